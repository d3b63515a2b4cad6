package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.connection.Session;
import java.util.HashSet;
import java.util.Set;
import org.jooq.Record;

/**
 * Who there is on the target's server, and who makes the sample there.
 *
 * @param names the names of all roles
 * @param user the role that makes the sample and will own it
 * @param database the database that the sample is built in
 * @param serverMajor the server's major version
 */
record TargetRoles(Set<String> names, String user, String database, int serverMajor) {
    TargetRoles {
        names = Set.copyOf(names);
    }

    static TargetRoles read(Session target) {
        Record row = target.sql()
                .fetchSingle(
                        """
                SELECT current_user::text AS name, current_database()::text AS database,
                       current_setting('server_version_num')::int / 10000 AS major,
                       ARRAY(SELECT rolname::text FROM pg_roles) AS roles""");
        return new TargetRoles(
                new HashSet<>(Set.of(row.get("roles", String[].class))),
                row.get("name", String.class),
                row.get("database", String.class),
                row.get("major", Integer.class));
    }
}
