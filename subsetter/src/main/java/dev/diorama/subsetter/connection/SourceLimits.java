package dev.diorama.subsetter.connection;

import java.time.Duration;

/**
 * How much a run may ask of its source. Times are rounded down to milliseconds, as the server takes them. Immutable.
 *
 * @param jobs how many connections copy rows at the same time, from 1; besides them one holds the snapshot and chooses
 *     the rows, and pg_dump has one
 * @param pauseBetweenBatches how long each of them rests after a batch of rows; zero for not at all
 * @param lockTimeout how long a statement may wait for a lock; zero for as long as it takes
 * @param statementTimeout how long a statement may take; zero for as long as it takes
 */
public record SourceLimits(int jobs, Duration pauseBetweenBatches, Duration lockTimeout, Duration statementTimeout) {
    /** The longest time that the server's settings can hold, nearly 25 days. */
    public static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    /** How many connections copy rows where nobody says. */
    public static final int DEFAULT_JOBS = 4;

    /** What holds where nobody says anything: no pause, ten seconds for a lock, an hour for a statement. */
    public static final SourceLimits DEFAULT =
            new SourceLimits(DEFAULT_JOBS, Duration.ZERO, Duration.ofSeconds(10), Duration.ofHours(1));

    public SourceLimits {
        if (jobs < 1) {
            throw new IllegalArgumentException("At least one job is needed, not " + jobs);
        }
        requirePossible("pause between batches", pauseBetweenBatches);
        requirePossible("lock timeout", lockTimeout);
        requirePossible("statement timeout", statementTimeout);
    }

    /** These limits with another number of jobs. */
    public SourceLimits withJobs(int other) {
        return new SourceLimits(other, pauseBetweenBatches, lockTimeout, statementTimeout);
    }

    /** These limits with another pause between batches. */
    public SourceLimits withPauseBetweenBatches(Duration other) {
        return new SourceLimits(jobs, other, lockTimeout, statementTimeout);
    }

    /** These limits with another time to wait for a lock. */
    public SourceLimits withLockTimeout(Duration other) {
        return new SourceLimits(jobs, pauseBetweenBatches, other, statementTimeout);
    }

    /** These limits with another time for a statement. */
    public SourceLimits withStatementTimeout(Duration other) {
        return new SourceLimits(jobs, pauseBetweenBatches, lockTimeout, other);
    }

    private static void requirePossible(String what, Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The %s must be from 0 to %d milliseconds, not %s".formatted(what, LONGEST.toMillis(), duration));
        }
    }
}
