package dev.diorama.provisioner.state;

import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.subsetter.connection.ConnectionUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The right to work on a state database: an advisory lock of a session that lasts as long as the server. Two servers on
 * one state would undo each other's work. A killed server's lock goes with its connection, a moment later.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">advisory locks</a>
 */
final class StateLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);
    // "diorama" in ASCII: the database is ours, but somebody may look at its locks.
    private static final String TRY = "SELECT pg_try_advisory_lock(x'64696f72616d61'::bigint)";

    private final Connection connection;

    private StateLock(Connection connection) {
        this.connection = connection;
    }

    static StateLock take(ConnectionUrl url) {
        var connection = url.connect();
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!tried(connection)) {
                if (System.nanoTime() > deadline) {
                    connection.close();
                    throw new CommandFailure(
                            "Another server works on the state database %s; stop it, or name another one under state:"
                                    .formatted(url));
                }
                TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
            }
            return new StateLock(connection);
        } catch (SQLException e) {
            throw new CommandFailure("The state database %s cannot be locked".formatted(url), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while waiting for the state database " + url, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CommandFailure("The connection that holds the state's lock cannot be closed", e);
        }
    }

    private static boolean tried(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(TRY)) {
            result.next();
            return result.getBoolean(1);
        }
    }
}
