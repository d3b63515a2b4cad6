package dev.diorama.subsetter.verification;

import java.util.List;

/**
 * What relations there are and what belongs to them: a kind, an identity as {@code pg_identify_object} writes it, what is
 * the same on every version of the server, and what the server prints, which changes with its version.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">system catalogs</a>
 */
final class RelationQueries {
    private RelationQueries() {}

    static final List<String> ALL = List.of(
            """
            SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table'
                                  WHEN 'S' THEN 'sequence' WHEN 'c' THEN 'composite type' ELSE 'table' END AS kind,
                   format('%I.%I', n.nspname, c.relname) AS identity,
                   concat_ws(' ', CASE WHEN c.relkind = 'p' THEN 'partitioned' END, 'persistence ' || c.relpersistence::text,
                             CASE WHEN c.relrowsecurity THEN 'row security' END,
                             CASE WHEN c.relforcerowsecurity THEN 'forced' END, 'replica identity ' || c.relreplident::text,
                             'of ' || nullif(c.reloftype, 0)::regtype::text, 'by ' || am.amname,
                             CASE WHEN c.reloptions IS NOT NULL
                                  THEN 'with ' || (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(c.reloptions) o) END,
                             CASE WHEN t.reloptions IS NOT NULL
                                  THEN 'toast with ' || (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(t.reloptions) o) END,
                             CASE WHEN c.relispartition THEN 'partition' END,
                             'inherits ' || i.parents,
                             CASE WHEN c.relkind = 'f' THEN 'server ' || (SELECT s.srvname || ' ' || coalesce((SELECT md5(string_agg(o, ', ' ORDER BY o)) FROM unnest(f.ftoptions) o), '')
                                           FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver
                                           WHERE f.ftrelid = c.oid) END) AS stable,
                   CASE WHEN c.relkind IN ('v', 'm') THEN md5(pg_get_viewdef(c.oid))
                        WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END
                   || coalesce(pg_get_expr(c.relpartbound, c.oid), '') AS printed
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_am am ON am.oid = c.relam
            LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
            LEFT JOIN (SELECT inhrelid, string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) AS parents
                       FROM pg_inherits GROUP BY inhrelid) i ON i.inhrelid = c.oid
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
              AND n.nspname <> 'information_schema'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'filled materialized view' AS kind, format('%I.%I', n.nspname, c.relname) AS identity, '' AS stable, '' AS printed
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'm' AND c.relispopulated
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND deptype = 'e')
            """,
            """
            SELECT CASE c.relkind WHEN 'v' THEN 'view column' WHEN 'm' THEN 'materialized view column'
                                  WHEN 'f' THEN 'foreign table column' WHEN 'c' THEN 'composite type column'
                                  ELSE 'table column' END AS kind,
                   format('%I.%I.%I', n.nspname, c.relname, a.attname) AS identity,
                   concat_ws(' ', row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum),
                             format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NOT NULL' END,
                             'identity ' || nullif(a.attidentity::text, ''), 'generated ' || nullif(a.attgenerated::text, ''),
                             'collation ' || CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation END,
                             'storage ' || CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END,
                             'compression ' || nullif(a.attcompression::text, ''),
                             'statistics ' || nullif(a.attstattarget, -1),
                             CASE WHEN a.attoptions IS NOT NULL
                                  THEN 'with ' || (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(a.attoptions) o) END,
                             CASE WHEN a.attfdwoptions IS NOT NULL
                                  THEN 'options ' || (SELECT md5(string_agg(o, ', ' ORDER BY o)) FROM unnest(a.attfdwoptions) o) END,
                             CASE WHEN NOT a.attislocal THEN 'inherited' END) AS stable,
                   pg_get_expr(e.adbin, e.adrelid) AS printed
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'constraint' AS kind, format('%I on %I.%I', k.conname, n.nspname, c.relname) AS identity,
                   concat_ws(' ', k.contype::text, CASE WHEN NOT k.convalidated THEN 'NOT VALID' END,
                             CASE WHEN k.condeferrable THEN 'DEFERRABLE' END,
                             CASE WHEN k.condeferred THEN 'INITIALLY DEFERRED' END,
                             CASE WHEN k.contype IN ('p', 'u', 'f')
                                  THEN regexp_replace(pg_get_constraintdef(k.oid), ' (NOT )?(VALID|DEFERRABLE)| INITIALLY DEFERRED', '', 'g')
                             END) AS stable,
                   CASE WHEN k.contype IN ('c', 'x') THEN pg_get_constraintdef(k.oid) END AS printed
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype IN ('c', 'f', 'p', 'u', 'x') AND NOT (k.contype = 'f' AND k.conparentid <> 0)
              AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'not-null constraint' AS kind, format('%I on %I.%I', k.conname, n.nspname, c.relname) AS identity,
                   concat_ws(' ', CASE WHEN NOT k.convalidated THEN 'NOT VALID' END, CASE WHEN k.connoinherit THEN 'NO INHERIT' END)
                       AS stable,
                   '' AS printed
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype = 'n' AND k.coninhcount = 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'domain constraint' AS kind, format('%I on %I.%I', k.conname, n.nspname, t.typname) AS identity,
                   CASE WHEN NOT k.convalidated THEN 'NOT VALID' END AS stable, pg_get_constraintdef(k.oid) AS printed
            FROM pg_constraint k
            JOIN pg_type t ON t.oid = k.contypid
            JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE k.contype = 'c' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND t.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_type'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'index' AS kind, format('%I.%I', n.nspname, c.relname) AS identity,
                   concat_ws(' ', 'on ' || i.indrelid::regclass::text, CASE WHEN i.indisunique THEN 'unique' END,
                             CASE WHEN i.indisprimary THEN 'primary' END, CASE WHEN i.indisexclusion THEN 'exclusion' END,
                             CASE WHEN i.indisclustered THEN 'clustered' END,
                             CASE WHEN i.indisreplident THEN 'replica identity' END,
                             CASE WHEN NOT i.indisvalid THEN 'invalid' END, CASE WHEN NOT i.indisready THEN 'not ready' END,
                             'in ' || h.inhparent::regclass::text, 'statistics ' || a.targets) AS stable,
                   pg_get_indexdef(c.oid) AS printed
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_inherits h ON h.inhrelid = c.oid
            LEFT JOIN (SELECT attrelid, string_agg(concat(attnum, ':', attstattarget), ' ' ORDER BY attnum) AS targets
                       FROM pg_attribute WHERE attstattarget >= 0 AND attnum > 0 GROUP BY attrelid) a ON a.attrelid = c.oid
            WHERE (i.indisvalid OR c.relkind = 'I') AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
              AND n.nspname <> 'information_schema'
              AND i.indrelid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'trigger' AS kind, format('%I on %I.%I', g.tgname, n.nspname, c.relname) AS identity,
                   concat_ws(' ', 'enabled ' || g.tgenabled::text, g.tgtype, g.tgfoid::regproc,
                             CASE WHEN g.tgdeferrable THEN 'DEFERRABLE' END, CASE WHEN g.tginitdeferred THEN 'DEFERRED' END,
                             md5(g.tgargs), g.tgoldtable, g.tgnewtable) AS stable,
                   pg_get_triggerdef(g.oid) AS printed
            FROM pg_trigger g
            JOIN pg_class c ON c.oid = g.tgrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT g.tgisinternal AND c.relpersistence <> 't' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND g.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_trigger'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'rule' AS kind, format('%I on %I.%I', w.rulename, n.nspname, c.relname) AS identity,
                   concat_ws(' ', 'enabled ' || w.ev_enabled::text, w.ev_type::text, CASE WHEN w.is_instead THEN 'INSTEAD' END) AS stable,
                   md5(pg_get_ruledef(w.oid)) AS printed
            FROM pg_rewrite w
            JOIN pg_class c ON c.oid = w.ev_class
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE w.rulename <> '_RETURN' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND w.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_rewrite'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'policy' AS kind, format('%I on %I.%I', p.polname, n.nspname, c.relname) AS identity,
                   concat_ws(' ', p.polcmd::text, CASE WHEN NOT p.polpermissive THEN 'RESTRICTIVE' END) AS stable,
                   concat_ws(' ', 'USING ' || pg_get_expr(p.polqual, p.polrelid),
                             'WITH CHECK ' || pg_get_expr(p.polwithcheck, p.polrelid)) AS printed
            FROM pg_policy p
            JOIN pg_class c ON c.oid = p.polrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE p.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_policy'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'policy role' AS kind,
                   format('%s of %I on %I.%I', CASE WHEN r.role = 0 THEN 'PUBLIC' ELSE r.role::regrole::text END, p.polname,
                          n.nspname, c.relname) AS identity,
                   '' AS stable, '' AS printed
            FROM pg_policy p
            CROSS JOIN LATERAL unnest(p.polroles) AS r (role)
            JOIN pg_class c ON c.oid = p.polrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            """,
            """
            SELECT 'sequence parameters' AS kind, format('%I.%I', n.nspname, c.relname) AS identity,
                   concat_ws(' ', format_type(s.seqtypid, NULL), 'start', s.seqstart, 'increment', s.seqincrement, 'from', s.seqmin,
                             'to', s.seqmax, 'cache', s.seqcache, CASE WHEN s.seqcycle THEN 'cycle' END,
                             'owned by ' || (SELECT format('%s.%I', a.attrelid::regclass, a.attname)
                                             FROM pg_depend d
                                             JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                                             WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
                                               AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0)) AS stable,
                   '' AS printed
            FROM pg_sequence s
            JOIN pg_class c ON c.oid = s.seqrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relpersistence <> 't'
              AND c.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND deptype = 'e')
            """,
            """
            SELECT 'statistics object' AS kind, format('%I.%I', n.nspname, x.stxname) AS identity,
                   concat_ws(' ', x.stxrelid::regclass::text, 'target ' || nullif(x.stxstattarget, -1)) AS stable,
                   pg_get_statisticsobjdef(x.oid) AS printed
            FROM pg_statistic_ext x
            JOIN pg_namespace n ON n.oid = x.stxnamespace
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND x.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_statistic_ext'::regclass AND deptype = 'e')
            """);
}
