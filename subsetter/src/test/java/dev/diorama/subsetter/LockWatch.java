package dev.diorama.subsetter;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Looks, over and over from a session of its own, at what the sessions of a run hold in their source. */
final class LockWatch {
    /** Everybody else who is connected to the database but the watch itself. */
    private static final String LOOK =
            """
            SELECT (SELECT string_agg(DISTINCT l.mode, ' ') FROM pg_locks l
                    WHERE l.locktype IN ('relation', 'tuple', 'page', 'object', 'advisory')
                      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                      AND l.pid <> pg_backend_pid()
                      AND l.pid IN (SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend')) AS modes,
                   count(*) AS sessions,
                   count(backend_xid) AS transaction_ids,
                   (SELECT count(*) FROM pg_class WHERE relpersistence = 't') AS temporary
            FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'""";

    private final CompletableFuture<Seen> seen;
    private volatile boolean stopped;

    /** What was seen in all looks together. */
    record Seen(int looks, Set<String> lockModes, long transactionIds, long temporaryRelations, long mostSessions) {}

    private LockWatch(ConnectionUrl url) {
        this.seen = CompletableFuture.supplyAsync(() -> watch(url));
    }

    static LockWatch of(ConnectionUrl url) {
        return new LockWatch(url);
    }

    Seen stop() {
        stopped = true;
        return seen.join();
    }

    private Seen watch(ConnectionUrl url) {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement()) {
            int looks = 0;
            Set<String> modes = new TreeSet<>();
            long transactionIds = 0;
            long temporary = 0;
            long sessions = 0;
            while (!stopped) {
                try (ResultSet row = statement.executeQuery(LOOK)) {
                    row.next();
                    if (row.getString("modes") != null) {
                        modes.addAll(Set.of(row.getString("modes").split(" ", -1)));
                    }
                    sessions = Math.max(sessions, row.getLong("sessions"));
                    transactionIds += row.getLong("transaction_ids");
                    temporary += row.getLong("temporary");
                    looks++;
                }
            }
            return new Seen(looks, modes, transactionIds, temporary, sessions);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
