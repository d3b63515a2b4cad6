package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.SubsetException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds who keeps a reader waiting, over a connection of its own, since the waiting one's transaction is over. */
final class LockedTables {
    private static final String UNKNOWN = "another session holds it";
    /** ACCESS EXCLUSIVE is the only mode that keeps readers out. */
    private static final String HELD =
            """
            SELECT n.nspname, c.relname, l.pid
            FROM pg_catalog.pg_locks l
            JOIN pg_catalog.pg_database d ON d.oid = l.database
            JOIN pg_catalog.pg_class c ON c.oid = l.relation
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE d.datname = pg_catalog.current_database() AND l.granted AND l.mode = 'AccessExclusiveLock'
              AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
            ORDER BY n.nspname, c.relname
            LIMIT 3""";

    private LockedTables() {}

    static String of(ConnectionUrl url) {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HELD)) {
            List<String> locked = new ArrayList<>();
            while (rows.next()) {
                locked.add("\"%s\".\"%s\" is locked by process %d there"
                        .formatted(rows.getString(1), rows.getString(2), rows.getInt(3)));
            }
            return locked.isEmpty() ? UNKNOWN : String.join(", ", locked);
        } catch (SQLException | SubsetException e) {
            // Whoever holds it: that the lock is held is what must be told.
            return UNKNOWN;
        }
    }
}
