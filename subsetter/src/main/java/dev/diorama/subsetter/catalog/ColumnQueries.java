package dev.diorama.subsetter.catalog;

/** The questions to pg_catalog about the columns of tables, and which of them are unique. */
final class ColumnQueries {
    private ColumnQueries() {}

    /**
     * Columns, and whether the binary form of each one's type means the same in every database of the same version.
     * That of an array or a composite names its elements' types by number, that of {@code regclass} and its like is a
     * number, {@code aclitem} has none, and that of an extension's type depends on the extension's version.
     */
    static final String COLUMNS =
            """
            WITH RECURSIVE beneath (oid, base, modifier, required) AS (
                SELECT y.oid, y.oid, -1, false FROM pg_type y WHERE y.typtype <> 'd'
                UNION ALL
                SELECT y.oid, b.base, CASE WHEN y.typtypmod < 0 THEN b.modifier ELSE y.typtypmod END,
                       y.typnotnull OR b.required
                FROM pg_type y
                JOIN beneath b ON b.oid = y.typbasetype
                WHERE y.typtype = 'd'
            ), effective (oid, base, modifier, required) AS (
                -- An array of a domain is an array of what is beneath it.
                SELECT b.oid, coalesce(nullif(t.typarray, 0), b.base),
                       CASE WHEN b.modifier < 0 THEN coalesce(e.modifier, -1) ELSE b.modifier END, b.required
                FROM beneath b
                JOIN pg_type y ON y.oid = b.base
                LEFT JOIN beneath e ON y.typcategory = 'A' AND e.oid = y.typelem AND e.base <> e.oid
                LEFT JOIN pg_type t ON t.oid = e.base
            ), unique_index (oid, relation, root, columns) AS (
                SELECT i.indexrelid, i.indrelid, coalesce(pg_partition_root(i.indrelid)::oid, i.indrelid), i.indkey::int2[]
                FROM pg_index i
                WHERE i.indisunique OR i.indisexclusion
            ), in_unique_index (relation, name) AS (
                SELECT i.root, n.attname
                FROM unique_index i
                JOIN pg_attribute n ON n.attrelid = i.relation AND n.attnum = ANY (i.columns)
                UNION
                SELECT i.root, n.attname
                FROM unique_index i
                JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = i.oid
                                AND d.refclassid = 'pg_class'::regclass AND d.refobjid = i.relation
                JOIN pg_attribute n ON n.attrelid = i.relation AND n.attnum = d.refobjsubid
            ), built_in (oid) AS (
                SELECT t.oid
                FROM pg_type t
                LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
                WHERE t.oid < 16384 AND t.typtype IN ('b', 'r', 'm') AND t.typname !~ '^_?reg'
                  AND t.typsend <> 0 AND t.typreceive <> 0 AND (e.oid IS NULL OR e.typsend <> 0)
            ), derived (oid, source) AS (
                SELECT t.oid, t.typbasetype FROM pg_type t WHERE t.typtype = 'd'
                UNION ALL
                SELECT r.rngtypid, r.rngsubtype FROM pg_range r
                UNION ALL
                SELECT r.rngmultitypid, r.rngsubtype FROM pg_range r
            ), portable (oid) AS (
                (SELECT oid FROM built_in
                 UNION
                 SELECT t.oid
                 FROM pg_type t
                 WHERE t.typtype = 'e'
                 UNION
                 SELECT c.reltype
                 FROM pg_class c
                 WHERE c.relkind = 'c' AND NOT EXISTS (
                           SELECT FROM pg_attribute a
                           WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                             AND a.atttypid NOT IN (SELECT oid FROM built_in)))
                UNION
                SELECT d.oid FROM portable p JOIN derived d ON d.source = p.oid
            )
            SELECT a.attrelid::bigint AS oid, a.attname::text AS name, a.attnotnull OR b.required AS required,
                   a.attgenerated <> '' AS generated, p.oid IS NOT NULL AS portable,
                   format_type(b.base, -1) AS type,
                   CASE WHEN b.base IN ('varchar'::regtype, 'bpchar'::regtype, 'varchar[]'::regtype, 'bpchar[]'::regtype)
                        THEN greatest(0, CASE WHEN a.atttypmod < 0 THEN b.modifier ELSE a.atttypmod END - 4)
                        ELSE 0
                   END AS length,
                   EXISTS (SELECT FROM in_unique_index u
                           WHERE u.relation = a.attrelid AND u.name = a.attname) AS distinctive,
                   coalesce(NOT l.collisdeterministic, false)
                   OR (SELECT t.typname FROM pg_type t WHERE t.oid = b.base) IN ('citext', '_citext') AS ignores_case
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN effective b ON b.oid = a.atttypid
            LEFT JOIN portable p ON p.oid = a.atttypid
            LEFT JOIN pg_collation l ON l.oid = a.attcollation
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            ORDER BY a.attrelid, a.attnum""";

    /** The keys of tables, but primary ones, that hold for all of their rows and are made of columns alone. */
    static final String UNIQUE_KEYS =
            """
            SELECT i.indrelid::bigint AS oid, key.columns
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_class x ON x.oid = i.indexrelid
            CROSS JOIN LATERAL (
                SELECT array_agg(a.attname::text ORDER BY k.position) AS columns
                FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                WHERE k.position <= i.indnkeyatts
            ) key
            WHERE i.indisunique AND NOT i.indisprimary AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
              AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            ORDER BY i.indrelid, x.relname""";
}
