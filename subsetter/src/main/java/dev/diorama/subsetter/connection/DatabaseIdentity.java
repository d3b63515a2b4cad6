package dev.diorama.subsetter.connection;

import java.util.Optional;
import org.jooq.Record;

/**
 * Tells databases apart, whatever address they were reached by.
 *
 * @param started when the server was started, to the microsecond
 * @param system what a primary and its replicas have in common, as do copies of their disks; nothing where the role may
 *     not know it
 * @param replica whether the server is a replica
 * @param database the name by which the server knows the database
 */
public record DatabaseIdentity(String started, Optional<String> system, boolean replica, String database) {
    /** Asks the database that a session is connected to. */
    public static DatabaseIdentity of(Session session) {
        Record row = session.sql()
                .fetchSingle(
                        """
                        SELECT pg_postmaster_start_time()::text AS started, pg_is_in_recovery() AS replica,
                               current_database()::text AS database,
                               has_function_privilege('pg_control_system()', 'EXECUTE') AS may_know_system""");
        Optional<String> system = row.get("may_know_system", Boolean.class)
                ? Optional.of(session.sql()
                        .fetchSingle("SELECT system_identifier::text FROM pg_control_system()")
                        .get(0, String.class))
                : Optional.empty();
        return new DatabaseIdentity(
                row.get("started", String.class),
                system,
                row.get("replica", Boolean.class),
                row.get("database", String.class));
    }

    /** Another database of the same server. */
    public DatabaseIdentity withDatabase(String other) {
        return new DatabaseIdentity(started, system, replica, other);
    }

    /** Whether what is done to the one happens to the other. */
    public boolean isSameAs(DatabaseIdentity other) {
        boolean replicated = system.isPresent() && system.equals(other.system) && (replica || other.replica);
        return database.equals(other.database) && (started.equals(other.started) || replicated);
    }
}
