package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.connection.Session;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.Record;

/**
 * Who may do what in a database, as far as anybody has said so. An owner's own privileges are not among them: a sample's
 * objects belong to whoever makes it.
 *
 * @param byObject what was said, by object
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">privileges</a>
 */
record Privileges(Map<AccessObject, Set<Privilege>> byObject) {
    /** Objects of all kinds with an access list, a row for each entry, and one without a privilege where none is left. */
    private static final String PRIVILEGES =
            """
            WITH object (prefix, suffix, defaults, owner, acl) AS (
                SELECT 'ON ' || CASE WHEN c.relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END || format(' %I.%I', n.nspname, c.relname),
                       '', '', c.relowner, c.relacl
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
                  AND n.nspname <> 'information_schema'
                UNION ALL
                SELECT format('(%I) ON TABLE %I.%I', a.attname, n.nspname, c.relname), '', '', c.relowner, a.attacl
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
                  AND n.nspname <> 'information_schema'
                UNION ALL
                SELECT format('ON ROUTINE %I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)), '',
                       'EXECUTE', p.proowner, p.proacl
                FROM pg_proc p
                JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                UNION ALL
                SELECT format('ON TYPE %I.%I', n.nspname, t.typname), '', 'USAGE', t.typowner, t.typacl
                FROM pg_type t
                JOIN pg_namespace n ON n.oid = t.typnamespace
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                UNION ALL
                SELECT format('ON SCHEMA %I', n.nspname), '', '', n.nspowner, n.nspacl
                FROM pg_namespace n
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                UNION ALL
                SELECT format('ON LANGUAGE %I', l.lanname), '', 'USAGE', l.lanowner, l.lanacl
                FROM pg_language l
                WHERE l.oid >= 16384
                UNION ALL
                SELECT format('ON FOREIGN DATA WRAPPER %I', w.fdwname), '', '', w.fdwowner, w.fdwacl FROM pg_foreign_data_wrapper w
                UNION ALL
                SELECT format('ON FOREIGN SERVER %I', s.srvname), '', '', s.srvowner, s.srvacl FROM pg_foreign_server s
                UNION ALL
                SELECT 'ON DATABASE', '', 'CONNECT TEMPORARY', d.datdba, d.datacl
                FROM pg_database d
                WHERE d.datname = current_database()
                UNION ALL
                SELECT format('FOR ROLE %I', r.rolname) || coalesce(' IN SCHEMA ' || quote_ident(n.nspname), ''),
                       CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                                            WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END,
                       CASE WHEN n.oid IS NULL THEN
                           CASE d.defaclobjtype WHEN 'f' THEN 'EXECUTE' WHEN 'T' THEN 'USAGE' ELSE '' END
                       ELSE '' END,
                       d.defaclrole, d.defaclacl
                FROM pg_default_acl d
                JOIN pg_roles r ON r.oid = d.defaclrole
                LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
            )
            SELECT o.prefix, o.suffix, o.defaults, e.privilege_type AS privilege, coalesce(r.rolname, '') AS grantee,
                   bool_or(e.is_grantable) AS grantable
            FROM object o
            LEFT JOIN LATERAL aclexplode(o.acl) e ON e.grantee <> o.owner
            LEFT JOIN pg_roles r ON r.oid = e.grantee
            WHERE o.acl IS NOT NULL AND (e.grantee IS NULL OR e.grantee = 0 OR r.oid IS NOT NULL)
            GROUP BY 1, 2, 3, 4, 5
            ORDER BY 1, 2, 5, 4""";

    static Privileges read(Session session) {
        Map<AccessObject, Set<Privilege>> byObject = new LinkedHashMap<>();
        for (Record row : session.sql().fetch(PRIVILEGES)) {
            AccessObject object = new AccessObject(
                    row.get("prefix", String.class),
                    row.get("suffix", String.class),
                    row.get("defaults", String.class));
            Set<Privilege> privileges = byObject.computeIfAbsent(object, any -> new LinkedHashSet<>());
            String name = row.get("privilege", String.class);
            if (name != null) {
                privileges.add(new Privilege(
                        row.get("grantee", String.class),
                        name,
                        row.get("grantable", Boolean.class) ? Privilege.Option.GRANT : Privilege.Option.NONE));
            }
        }
        return new Privileges(byObject);
    }

    /** What is allowed on an object. Where nobody has said so, that is what everybody may. */
    Set<Privilege> on(AccessObject object) {
        return byObject.getOrDefault(object, object.untouched());
    }
}
