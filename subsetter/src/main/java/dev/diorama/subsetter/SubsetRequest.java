package dev.diorama.subsetter;

import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;

/**
 * What a run is asked for. Immutable.
 *
 * @param source the database to take the sample from; it is only read
 * @param target the database to make; it must not exist or be empty
 * @param configuration what the sample should be like
 * @param seed the same seed on the same data gives the same rows
 * @param jobs how many connections to each side copy rows at the same time, from 1
 */
public record SubsetRequest(
        ConnectionUrl source, ConnectionUrl target, SampleConfiguration configuration, long seed, int jobs) {
    /** How many connections copy rows where nobody says. */
    public static final int DEFAULT_JOBS = 4;

    public SubsetRequest {
        if (jobs < 1) {
            throw new IllegalArgumentException("At least one job is needed, not " + jobs);
        }
    }

    /** A request with the default configuration and number of jobs. */
    public static SubsetRequest of(ConnectionUrl source, ConnectionUrl target, long seed) {
        return new SubsetRequest(source, target, SampleConfiguration.DEFAULT, seed, DEFAULT_JOBS);
    }
}
