package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.Session;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The sessions in a database, which must end before it can be renamed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADMIN-SIGNAL">who may end
 *     sessions</a>
 */
record Occupants(Session session, String database) {
    /** The server itself ends autovacuum's workers, which have no role, where they are in the way. */
    private static final String SESSIONS =
            """
            SELECT a.pid, a.usename::text AS role, a.application_name AS program,
                   current_setting('is_superuser')::boolean
                     OR NOT r.rolsuper
                        AND (pg_has_role(r.oid, 'USAGE') OR pg_has_role('pg_signal_backend', 'USAGE')) AS may_be_ended
            FROM pg_stat_activity a
            JOIN pg_roles r ON r.oid = a.usesysid
            WHERE a.datname = {0}
            ORDER BY a.pid""";

    /** Ends those that this role may end. Others may have come when it returns. */
    void end() {
        for (Record occupant : fetch()) {
            if (occupant.get("may_be_ended", Boolean.class)) {
                try {
                    session.sql()
                            .resultQuery(
                                    "SELECT pg_terminate_backend({0})", DSL.inline(occupant.get("pid", Integer.class)))
                            .fetch();
                } catch (DataAccessException e) {
                    // It has got another role meanwhile, or it is gone; who is still there when time is up is told.
                }
            }
        }
    }

    /** Who is there, in words. */
    String described() {
        return described(fetch().stream());
    }

    /** Those that this role may not end, in words; empty where it may end all. */
    String describedIfTheyMayStay() {
        return described(fetch().stream().filter(occupant -> !occupant.get("may_be_ended", Boolean.class)));
    }

    private Result<Record> fetch() {
        return session.sql().resultQuery(SESSIONS, DSL.inline(database)).fetch();
    }

    private static String described(Stream<Record> occupants) {
        List<String> described = occupants
                .map(occupant -> "process %d of role \"%s\"%s"
                        .formatted(
                                occupant.get("pid", Integer.class),
                                occupant.get("role", String.class),
                                program(occupant.get("program", String.class))))
                .toList();
        return described.stream().collect(Collectors.joining(", "));
    }

    private static String program(String name) {
        return name.isEmpty() ? "" : " (%s)".formatted(name);
    }
}
