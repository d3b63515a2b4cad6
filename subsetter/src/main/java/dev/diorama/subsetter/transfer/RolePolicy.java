package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * A policy that is for certain roles, which need not all be on the target's server.
 *
 * @param name what it is and on which table
 * @param roles the roles that it is for
 * @param table the table
 * @param created what comes after CREATE POLICY, with a placeholder for the roles
 * @param comment what is said of it
 * @param entry how its entry in an archive of pg_dump begins
 * @param entryOfComment how that of its comment begins
 */
record RolePolicy(
        ObjectName name,
        List<String> roles,
        TableName table,
        Definition created,
        Optional<String> comment,
        String entry,
        String entryOfComment) {
    private static final String POLICIES =
            """
            SELECT n.nspname AS schema, c.relname AS relation, p.polname AS name,
                   format('%I on %I.%I', p.polname, n.nspname, c.relname) AS identity,
                   ARRAY(SELECT r.rolname::text FROM pg_roles r WHERE r.oid = ANY (p.polroles) ORDER BY r.rolname) AS roles,
                   CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END AS mode,
                   CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                                 WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
                   pg_get_expr(p.polqual, p.polrelid) AS rows_seen,
                   pg_get_expr(p.polwithcheck, p.polrelid) AS rows_written,
                   obj_description(p.oid, 'pg_policy') AS comment,
                   format('%s %s POLICY ', p.tableoid::oid, p.oid) AS entry,
                   regexp_replace(format('COMMENT %s POLICY %I ON %I ', n.nspname, p.polname, c.relname), '[\\r\\n]', ' ', 'g')
                       AS entry_of_comment
            FROM pg_policy p
            JOIN pg_class c ON c.oid = p.polrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE p.polroles <> '{0}'
            ORDER BY n.nspname, c.relname, p.polname""";

    /** Its parts as the server writes them, expressions included. */
    record Definition(
            String name, String mode, String command, Optional<String> rowsSeen, Optional<String> rowsWritten) {}

    RolePolicy {
        roles = List.copyOf(roles);
    }

    static List<RolePolicy> read(Session source) {
        return source.sql().fetch(POLICIES).map(RolePolicy::of);
    }

    List<String> missing(Set<String> there) {
        return roles.stream().filter(role -> !there.contains(role)).toList();
    }

    /** The statements that make it for those of its roles that are there, which must be one at least. */
    List<SQL> statements(Set<String> there) {
        List<QueryPart> parts = new ArrayList<>(List.of(
                DSL.quotedName(created.name()),
                table.sql(),
                DSL.raw(created.mode()),
                DSL.raw(created.command()),
                DSL.list(roles.stream()
                        .filter(there::contains)
                        .map(DSL::quotedName)
                        .toList())));
        StringBuilder template = new StringBuilder("CREATE POLICY {0} ON {1} AS {2} FOR {3} TO {4}");
        created.rowsSeen().ifPresent(expression -> {
            template.append(" USING ({").append(parts.size()).append("})");
            parts.add(verbatim(expression));
        });
        created.rowsWritten().ifPresent(expression -> {
            template.append(" WITH CHECK ({").append(parts.size()).append("})");
            parts.add(verbatim(expression));
        });
        List<SQL> statements = new ArrayList<>();
        statements.add(DSL.sql(template.toString(), parts.toArray(QueryPart[]::new)));
        comment.ifPresent(text -> statements.add(DSL.sql(
                "COMMENT ON POLICY {0} ON {1} IS {2}", DSL.quotedName(created.name()), table.sql(), DSL.inline(text))));
        return statements;
    }

    /** Jooq looks for placeholders in SQL, but not in what is inlined. */
    private static QueryPart verbatim(String expression) {
        return DSL.raw(expression);
    }

    private static RolePolicy of(Record row) {
        return new RolePolicy(
                new ObjectName("policy", row.get("identity", String.class)),
                List.of(row.get("roles", String[].class)),
                new TableName(row.get("schema", String.class), row.get("relation", String.class)),
                new Definition(
                        row.get("name", String.class),
                        row.get("mode", String.class),
                        row.get("command", String.class),
                        Optional.ofNullable(row.get("rows_seen", String.class)),
                        Optional.ofNullable(row.get("rows_written", String.class))),
                Optional.ofNullable(row.get("comment", String.class)),
                row.get("entry", String.class),
                row.get("entry_of_comment", String.class));
    }
}
