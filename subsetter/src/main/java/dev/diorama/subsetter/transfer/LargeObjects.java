package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Copies the large objects whose numbers are in the sample's columns of type {@code oid}, or of a domain or an array over
 * it. A number that is no large object's is something else's, and means nothing here.
 *
 * @see <a href="https://www.postgresql.org/docs/current/lo-funcs.html">server-side functions for large objects</a>
 */
final class LargeObjects {
    private static final int CHUNK_BYTES = 1 << 20;

    /** Columns that may name large objects: a step to an element's type makes an array of whatever comes after it. */
    private static final String COLUMNS =
            """
            WITH RECURSIVE reference (oid, many) AS (
                SELECT 'pg_catalog.oid'::regtype::oid, false
                UNION
                SELECT t.oid, r.many OR t.typtype <> 'd'
                FROM reference r
                JOIN pg_type t ON t.typtype = 'd' AND t.typbasetype = r.oid
                               OR t.typcategory = 'A' AND t.typelem = r.oid
            )
            SELECT n.nspname AS schema, c.relname AS relation, a.attname AS name, r.many
            FROM pg_attribute a
            JOIN reference r ON r.oid = a.atttypid
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            ORDER BY n.nspname, c.relname, a.attnum""";

    /** Those of a list that exist, who may read them, and what is known about them. */
    private static final String OBJECTS =
            """
            SELECT m.oid::bigint AS oid, obj_description(m.oid, 'pg_largeobject') AS comment,
                   (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
                   OR current_setting('lo_compat_privileges')::bool
                   OR pg_has_role(m.lomowner, 'USAGE')
                   OR EXISTS (SELECT FROM aclexplode(m.lomacl) a
                              WHERE a.privilege_type = 'SELECT' AND (a.grantee = 0 OR pg_has_role(a.grantee, 'USAGE')))
                       AS readable,
                   ARRAY(SELECT DISTINCT a.privilege_type || ' ' || coalesce(r.rolname, '')
                         FROM aclexplode(m.lomacl) a
                         LEFT JOIN pg_roles r ON r.oid = a.grantee
                         WHERE a.grantee <> m.lomowner
                         ORDER BY 1) AS privileges
            FROM pg_largeobject_metadata m
            WHERE m.oid = ANY ({0}::oid[])
            ORDER BY m.oid""";

    private final Session source;
    private final Session target;
    private final Set<String> roles;
    private final LeftOut leftOut;

    LargeObjects(Session source, Session target, Set<String> roles, LeftOut leftOut) {
        this.source = source;
        this.target = target;
        this.roles = roles;
        this.leftOut = leftOut;
    }

    /** Copies them and gives how many. */
    int copy(Catalog catalog) {
        if (source.sql().fetch("SELECT FROM pg_largeobject_metadata LIMIT 1").isEmpty()) {
            return 0;
        }
        List<Record> objects = source.sql().fetch(OBJECTS, DSL.inline(numbers(catalog)));
        long unreadable = objects.stream().filter(LargeObjects::isUnreadable).count();
        if (unreadable > 0) {
            leftOut.tell(
                    "%d large objects are left out, because the role may not read them. Run as their owner: GRANT SELECT ON LARGE OBJECT …"
                            .formatted(unreadable));
        }
        objects.stream().filter(object -> !isUnreadable(object)).forEach(this::copy);
        return objects.size() - (int) unreadable;
    }

    /** The numbers in the sample's rows, as an array of PostgreSQL's. */
    private String numbers(Catalog catalog) {
        List<SQL> parts = new ArrayList<>();
        for (Record column : source.sql().fetch(COLUMNS)) {
            TableName table = new TableName(column.get("schema", String.class), column.get("relation", String.class));
            if (catalog.tables().containsKey(table)) {
                QueryPart name = DSL.quotedName(column.get("name", String.class));
                String template = column.get("many", Boolean.class)
                        ? "SELECT unnest({0}::oid[]) AS number FROM ONLY {1}"
                        : "SELECT {0}::oid AS number FROM ONLY {1}";
                catalog.places(table).forEach(place -> parts.add(DSL.sql(template, name, place.sql())));
            }
        }
        return parts.isEmpty()
                ? "{}"
                : target.sql()
                        .fetchSingle(
                                "SELECT coalesce(array_agg(DISTINCT number), '{}')::text FROM ({0}) AS n WHERE number > 0",
                                SequenceUses.union(parts))
                        .get(0, String.class);
    }

    private void copy(Record object) {
        long number = object.get("oid", Long.class);
        byte[] chunk = chunk(number, 0);
        target.sql().fetch("SELECT lo_from_bytea({0}::oid, {1})", DSL.inline(number), DSL.val(chunk));
        for (long offset = CHUNK_BYTES; chunk.length == CHUNK_BYTES; offset += CHUNK_BYTES) {
            chunk = chunk(number, offset);
            target.sql()
                    .fetch("SELECT lo_put({0}::oid, {1}, {2})", DSL.inline(number), DSL.inline(offset), DSL.val(chunk));
        }
        String comment = object.get("comment", String.class);
        if (comment != null) {
            target.execute(target.sql()
                    .render(DSL.sql("COMMENT ON LARGE OBJECT {0} IS {1}", DSL.inline(number), DSL.inline(comment))));
        }
        for (String privilege : object.get("privileges", String[].class)) {
            grant(number, privilege);
        }
    }

    private byte[] chunk(long number, long offset) {
        return source.sql()
                .fetchSingle(
                        "SELECT lo_get({0}::oid, {1}, {2})",
                        DSL.inline(number), DSL.inline(offset), DSL.inline(CHUNK_BYTES))
                .get(0, byte[].class);
    }

    private void grant(long number, String privilege) {
        String[] parts = privilege.split(" ", 2);
        if (parts[1].isEmpty() || roles.contains(parts[1])) {
            target.execute(target.sql()
                    .render(DSL.sql(
                            "GRANT {0} ON LARGE OBJECT {1} TO {2}",
                            DSL.raw(parts[0]),
                            DSL.inline(number),
                            parts[1].isEmpty() ? DSL.raw("PUBLIC") : DSL.quotedName(parts[1]))));
        }
    }

    private static boolean isUnreadable(Record object) {
        return !object.get("readable", Boolean.class);
    }
}
