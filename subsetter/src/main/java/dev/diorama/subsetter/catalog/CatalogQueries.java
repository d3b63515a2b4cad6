package dev.diorama.subsetter.catalog;

/**
 * The questions to pg_catalog. information_schema will not do: it hides what belongs to other roles.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">system catalogs</a>
 */
final class CatalogQueries {
    private CatalogQueries() {}

    /** Plain and partitioned tables that are no partitions, in no extension, and not temporary. */
    static final String TABLES =
            """
            SELECT c.oid::bigint AS oid, n.nspname AS schema, c.relname AS name, c.relkind = 'p' AS partitioned,
                   coalesce((SELECT array_agg(a.attname::text ORDER BY k.position)
                             FROM pg_index i
                             CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
                             JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                             WHERE i.indrelid = c.oid AND i.indisprimary
                               AND k.position <= i.indnkeyatts), '{}') AS primary_key
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p')
              AND NOT c.relispartition
              AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_'
              AND n.nspname <> 'information_schema'
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY n.nspname, c.relname""";

    /**
     * Every relation with rows, with the root of the partition tree that it is a leaf of. Row counts are scaled by what
     * the relation has grown since they were taken, as the planner does.
     */
    static final String STORAGES =
            """
            WITH RECURSIVE tree (root, oid) AS (
                SELECT c.oid, c.oid FROM pg_class c WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                UNION ALL
                SELECT t.root, i.inhrelid
                FROM tree t
                JOIN pg_inherits i ON i.inhparent = t.oid
                JOIN pg_class p ON p.oid = i.inhparent AND p.relkind = 'p'
            )
            SELECT t.root::bigint AS root, c.oid::bigint AS oid, n.nspname AS schema, c.relname AS name,
                   s.bytes AS bytes,
                   CASE WHEN c.reltuples < 0 THEN -1
                        WHEN c.relpages = 0 THEN CASE WHEN s.bytes = 0 THEN 0 ELSE -1 END
                        ELSE c.reltuples::float8 / c.relpages * (s.bytes / current_setting('block_size')::float8)
                   END AS estimated_rows,
                   pg_stat_get_mod_since_analyze(c.oid) AS changes
            FROM tree t
            JOIN pg_class c ON c.oid = t.oid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL (SELECT coalesce(pg_relation_size(c.oid), 0) AS bytes) s
            WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ORDER BY n.nspname, c.relname""";

    /**
     * Every foreign key once: those that PostgreSQL made for partitions have a parent constraint. A row of MATCH SIMPLE
     * refers to nothing as soon as one of its columns is null. From PostgreSQL 18 on the last column may be a period,
     * which several rows of the parent together contain: all that overlap it.
     */
    static final String FOREIGN_KEYS =
            """
            WITH RECURSIVE root (oid, root) AS (
                SELECT c.oid, c.oid FROM pg_class c WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                UNION ALL
                SELECT i.inhrelid, r.root
                FROM root r
                JOIN pg_inherits i ON i.inhparent = r.oid
                JOIN pg_class p ON p.oid = i.inhparent AND p.relkind = 'p'
            )
            SELECT f.conname AS name, f.convalidated AS valid,
                   child_root.root::bigint AS child, parent_root.root::bigint AS parent,
                   child_schema.nspname AS child_schema, child.relname AS child_name,
                   parent_schema.nspname AS parent_schema, parent.relname AS parent_name,
                   pairs.child_columns, pairs.parent_columns, pairs.operator_schemas, pairs.operators, pairs.required
            FROM pg_constraint f
            JOIN root child_root ON child_root.oid = f.conrelid
            JOIN root parent_root ON parent_root.oid = f.confrelid
            JOIN pg_class child ON child.oid = f.conrelid
            JOIN pg_namespace child_schema ON child_schema.oid = child.relnamespace
            JOIN pg_class parent ON parent.oid = f.confrelid
            JOIN pg_namespace parent_schema ON parent_schema.oid = parent.relnamespace
            CROSS JOIN LATERAL (
                SELECT array_agg(ca.attname::text ORDER BY k.position) AS child_columns,
                       array_agg(pa.attname::text ORDER BY k.position) AS parent_columns,
                       array_agg(os.nspname::text ORDER BY k.position) AS operator_schemas,
                       array_agg(CASE WHEN (to_jsonb(f) ->> 'conperiod')::boolean AND k.position = cardinality(f.conkey)
                                      THEN '&&' ELSE o.oprname::text END ORDER BY k.position) AS operators,
                       bool_and(ca.attnotnull) AS required
                FROM unnest(f.conkey, f.confkey, f.conpfeqop) WITH ORDINALITY
                         AS k (child_column, parent_column, operator, position)
                JOIN pg_attribute ca ON ca.attrelid = f.conrelid AND ca.attnum = k.child_column
                JOIN pg_attribute pa ON pa.attrelid = f.confrelid AND pa.attnum = k.parent_column
                JOIN pg_operator o ON o.oid = k.operator
                JOIN pg_namespace os ON os.oid = o.oprnamespace
            ) pairs
            WHERE f.contype = 'f' AND f.conparentid = 0
            ORDER BY child_schema.nspname, child.relname, f.conname""";

    /** Sequences with the columns of numbers that own them or have them in their default. */
    static final String SEQUENCES =
            """
            SELECT n.nspname AS schema, c.relname AS name, s.seqincrement AS increment, s.seqmin AS least, s.seqmax AS most,
                   s.seqcycle AS cycles,
                   has_sequence_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE') AS readable,
                   coalesce(array_agg(users.schema ORDER BY users.schema, users.name, users.column_name)
                                FILTER (WHERE users.schema IS NOT NULL), '{}') AS user_schemas,
                   coalesce(array_agg(users.name ORDER BY users.schema, users.name, users.column_name)
                                FILTER (WHERE users.schema IS NOT NULL), '{}') AS user_tables,
                   coalesce(array_agg(users.column_name ORDER BY users.schema, users.name, users.column_name)
                                FILTER (WHERE users.schema IS NOT NULL), '{}') AS user_columns
            FROM pg_sequence s
            JOIN pg_class c ON c.oid = s.seqrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN (
                SELECT d.objid AS sequence, d.refobjid AS relation, d.refobjsubid AS attnum
                FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
                  AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
                UNION
                SELECT d.refobjid, ad.adrelid, ad.adnum
                FROM pg_depend d
                JOIN pg_attrdef ad ON ad.oid = d.objid
                WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass
            ) link ON link.sequence = c.oid
            LEFT JOIN LATERAL (
                SELECT tn.nspname::text AS schema, t.relname::text AS name, a.attname::text AS column_name
                FROM pg_class t
                JOIN pg_namespace tn ON tn.oid = t.relnamespace
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = link.attnum
                JOIN pg_type y ON y.oid = a.atttypid
                              AND coalesce(nullif(y.typbasetype, 0), y.oid)
                                  IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)
                WHERE t.oid = link.relation AND t.relkind IN ('r', 'p') AND NOT t.relispartition
            ) users ON true
            WHERE c.relpersistence <> 't'
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            GROUP BY n.oid, n.nspname, c.oid, c.relname, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle
            ORDER BY n.nspname, c.relname""";

    /** Populated materialized views, each after those that it reads, through whatever views lie between. */
    static final String MATERIALIZED_VIEWS =
            """
            WITH RECURSIVE reads (reader, source) AS (
                SELECT DISTINCT r.ev_class, d.refobjid
                FROM pg_rewrite r
                JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                                AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class
            ), start (oid, elsewhere) AS (
                SELECT c.oid, false FROM pg_class c WHERE c.relkind IN ('v', 'm')
                UNION
                SELECT r.reader, true FROM pg_class c JOIN reads r ON r.source = c.oid WHERE c.relkind = 'f'
                UNION
                SELECT r.reader, true
                FROM pg_class c
                JOIN pg_inherits i ON i.inhrelid = c.oid
                JOIN reads r ON r.source = i.inhparent
                WHERE c.relkind = 'f'
            ), deeper (oid, depth, elsewhere) AS (
                SELECT oid, 0, elsewhere FROM start
                UNION
                SELECT r.reader, d.depth + 1, d.elsewhere FROM deeper d JOIN reads r ON r.source = d.oid
            )
            SELECT n.nspname AS schema, c.relname AS name, format('%I.%I', n.nspname, c.relname) AS identity,
                   bool_or(d.elsewhere) AS elsewhere
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN deeper d ON d.oid = c.oid
            WHERE c.relkind = 'm' AND c.relispopulated
              AND NOT EXISTS (SELECT FROM pg_depend e
                              WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
            GROUP BY n.nspname, c.relname
            ORDER BY max(d.depth), n.nspname, c.relname""";

    /** Tables and partitions whose rows the connected role may not read, all or some. */
    static final String UNREADABLE =
            """
            SELECT n.nspname AS schema, c.relname AS name,
                   NOT has_schema_privilege(n.oid, 'USAGE') AS hidden_schema,
                   has_table_privilege(c.oid, 'SELECT') AS readable
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
              AND (NOT has_table_privilege(c.oid, 'SELECT')
                   OR NOT has_schema_privilege(n.oid, 'USAGE')
                   OR row_security_active(c.oid))
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            ORDER BY n.nspname, c.relname""";

    /** Tables of extensions that the connected role may not read. */
    static final String UNREADABLE_IN_EXTENSIONS =
            """
            SELECT n.nspname AS schema, c.relname AS name
            FROM pg_depend d
            JOIN pg_class c ON c.oid = d.objid AND c.relkind IN ('r', 'p')
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'e'
              AND NOT (has_table_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE'))
            ORDER BY n.nspname, c.relname""";
}
