package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.SubsetException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import org.postgresql.PGConnection;

/**
 * A pooler between here and the server, such as pgbouncer. A run needs one that gives each client a session of its own:
 * where transactions share sessions, a run's settings would change what the pool's other clients do.
 *
 * @see <a href="https://www.pgbouncer.org/features.html">pooling modes</a>
 */
public final class Pooler {
    /** Busy pools shuffle their sessions, so that sharing may stay unnoticed once, and hardly five times. */
    private static final int ROUNDS = 5;

    private static final int FAREWELL_MILLISECONDS = 5_000;
    private static final Executor SAME_THREAD = Runnable::run;

    private Pooler() {}

    /** Connects, and throws where statements of one connection may end in several sessions. It sets nothing there. */
    public static void requireSessions(ConnectionUrl url) {
        try (Connection first = connect(url)) {
            if (isBefore(first)) {
                try (Connection second = connect(url)) {
                    second.setAutoCommit(false);
                    for (int round = 0; round < ROUNDS; round++) {
                        requireOwnSessions(url, first, second);
                    }
                }
            }
        } catch (SQLException e) {
            throw String.valueOf(e.getMessage()).contains("statement pooling mode")
                    ? shared(url)
                    : ConnectionFailure.of(url, e);
        }
    }

    /** Whether another process answers than the one that was announced when connecting. */
    static boolean isBefore(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID() != backend(connection);
    }

    /** Leaves the session as it was found, also where the pooler does not clean it for its next client. */
    static void handBack(Connection connection) throws SQLException {
        connection.setNetworkTimeout(SAME_THREAD, FAREWELL_MILLISECONDS);
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DISCARD ALL");
        }
    }

    /** While the second is in a transaction, the first must keep a session of its own. */
    private static void requireOwnSessions(ConnectionUrl url, Connection first, Connection second) throws SQLException {
        int own = backend(first);
        int others = backend(second);
        boolean shared = others == own || backend(first) != own;
        second.rollback();
        if (shared) {
            throw shared(url);
        }
    }

    private static SubsetException shared(ConnectionUrl url) {
        return new SubsetException(
                "A pooler at %s port %d shares sessions between transactions, and a run needs sessions of its own: set pool_mode = session for \"%s\" in pgbouncer, or connect to the server directly"
                        .formatted(url.host(), url.port(), url.database()));
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection connect(ConnectionUrl url) throws SQLException {
        return DriverManager.getConnection(url.jdbcUrl(), Session.properties(url));
    }
}
