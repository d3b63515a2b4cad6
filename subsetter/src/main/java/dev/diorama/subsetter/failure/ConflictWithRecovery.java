package dev.diorama.subsetter.failure;

/**
 * A replica ended what the run was reading, because it had to replay its primary's changes. The same run may succeed at
 * another time, and is worth repeating.
 *
 * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-CONFLICT">query conflicts</a>
 */
public final class ConflictWithRecovery extends SubsetException {
    /** A conflict on a source; {@code source} is its URL without a password. */
    public ConflictWithRecovery(String source, Throwable cause) {
        super(message(source), cause);
    }

    /** A conflict of which no exception tells. */
    public ConflictWithRecovery(String source) {
        super(message(source));
    }

    private static String message(String source) {
        return "The source, %s, is a replica and had to replay changes of its primary that take away what this run still reads. Set hot_standby_feedback = on there, or raise max_standby_streaming_delay, or sample when the primary changes less"
                .formatted(source);
    }
}
