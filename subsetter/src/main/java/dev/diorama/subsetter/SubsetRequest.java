package dev.diorama.subsetter;

import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.delivery.ExistingTarget;
import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.util.Optional;

/**
 * What a run is asked for. Immutable; {@link #of} and the methods that change one thing read best.
 *
 * @param source the database to take the sample from; it is only read
 * @param target the database to make
 * @param configuration what the sample should be like
 * @param seed the same seed on the same data gives the same rows
 * @param limits how much the run may ask of the source
 * @param existing what to do where the target exists
 * @param like an earlier sample, often the target itself, whose rows are to be in this one too where they still exist;
 *     {@link ConfigurationException} where it is the source
 * @param maskKey what masks are made with; nothing for a key that nobody knows, so that masks are others each time
 */
public record SubsetRequest(
        ConnectionUrl source,
        ConnectionUrl target,
        SampleConfiguration configuration,
        long seed,
        SourceLimits limits,
        ExistingTarget existing,
        Optional<ConnectionUrl> like,
        Optional<MaskKey> maskKey) {
    public SubsetRequest {
        if (like.filter(source::isSameDatabaseAs).isPresent()) {
            throw new ConfigurationException(
                    "The sample to be like is the source itself, %s: name an earlier sample".formatted(source));
        }
    }

    /** A request with the default configuration and limits, for a target that does not exist or is empty. */
    public static SubsetRequest of(ConnectionUrl source, ConnectionUrl target, long seed) {
        return new SubsetRequest(
                source,
                target,
                SampleConfiguration.DEFAULT,
                seed,
                SourceLimits.DEFAULT,
                ExistingTarget.REFUSE,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another configuration. */
    public SubsetRequest withConfiguration(SampleConfiguration other) {
        return new SubsetRequest(source, target, other, seed, limits, existing, like, maskKey);
    }

    /** The same with other limits. */
    public SubsetRequest withLimits(SourceLimits other) {
        return new SubsetRequest(source, target, configuration, seed, other, existing, like, maskKey);
    }

    /** The same for another way with a target that exists. */
    public SubsetRequest withExisting(ExistingTarget other) {
        return new SubsetRequest(source, target, configuration, seed, limits, other, like, maskKey);
    }

    /** The same for a sample that keeps the rows of an earlier one. */
    public SubsetRequest withLike(ConnectionUrl sample) {
        return new SubsetRequest(source, target, configuration, seed, limits, existing, Optional.of(sample), maskKey);
    }

    /** The same with another key for masks. */
    public SubsetRequest withMaskKey(MaskKey key) {
        return new SubsetRequest(source, target, configuration, seed, limits, existing, like, Optional.of(key));
    }
}
