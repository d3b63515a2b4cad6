package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.configuration.UndeclaredReference;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.masking.Maskers;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a run does about personal data.
 *
 * @param plan which columns are masked
 * @param masks what masks them
 * @param trial the same, for rows that are thrown away
 */
public record Privacy(MaskPlan plan, Masks masks, Masks trial) {
    /**
     * Looks for personal data and plans what becomes of it.
     *
     * @param source a connection inside the snapshot
     * @param key what masks are made with
     */
    public static Privacy of(
            Session source,
            Catalog catalog,
            SampleConfiguration configuration,
            List<UndeclaredReference> references,
            MaskKey key) {
        MaskPlan plan = new MaskPlanner(
                        catalog,
                        configuration.masks(),
                        references,
                        Proposals.of(source, catalog, configuration.masks()))
                .plan();
        Maskers maskers = new Maskers(key, configuration.masks().locale());
        Masks masks = new Masks(plan, key, maskers);
        Masks trial = masks.forTrial(key);
        trial.warmUp();
        return new Privacy(plan, masks, trial);
    }

    /**
     * Looks for values of masked columns in what was copied.
     *
     * @param target opens sessions to it
     * @param jobs how many of them read at the same time
     * @param cancellation what they heed
     * @throws SubsetException if there is one
     */
    public void requireNoLeaks(Supplier<Session> target, Catalog catalog, int jobs, Cancellation cancellation) {
        if (!plan.isEmpty()) {
            Leaks.require(target, catalog, jobs, this, cancellation);
        }
    }
}
