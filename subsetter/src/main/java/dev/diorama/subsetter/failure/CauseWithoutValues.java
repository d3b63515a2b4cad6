package dev.diorama.subsetter.failure;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/**
 * The cause of a failure as a log may show it: where each exception comes from, without the server's words that may
 * quote a row and without jOOQ's statement, in which keys stand.
 */
final class CauseWithoutValues {
    private CauseWithoutValues() {}

    static Throwable of(Throwable cause) {
        return switch (cause) {
            case SQLException sql -> like(sql, new SQLException(PostgresMessage.withoutValues(sql), sql.getSQLState()));
            case DataAccessException statement ->
                withCause(statement, new DataAccessException(PostgresMessage.withoutValues(statement)));
            case SubsetException safe -> safe;
            default -> tellsOfStatement(cause) ? withCause(cause, new IllegalStateException(name(cause))) : cause;
        };
    }

    private static Throwable withCause(Throwable original, Throwable copy) {
        Throwable cause = original.getCause();
        return like(original, cause == null ? copy : copy.initCause(of(cause)));
    }

    private static Throwable like(Throwable original, Throwable copy) {
        copy.setStackTrace(original.getStackTrace());
        return copy;
    }

    private static boolean tellsOfStatement(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof DataAccessException) {
                return true;
            }
        }
        return false;
    }

    /** Its message may be made of its cause's. */
    private static String name(Throwable failure) {
        return failure.getClass().getName();
    }
}
