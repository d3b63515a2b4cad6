package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.connection.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The types of columns that are part of a key. Immutable. */
final class KeyTypes {
    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8", "oid");
    private static final int RECORD_HASH_SINCE = 14;
    private static final KeyType UNKNOWN = new KeyType("", false);

    /** Domains are looked through; three of them one upon the other, which is more than anybody has. */
    private static final String TYPES =
            """
            SELECT k.relation, k.name, b.type::bigint AS type, y.typname::text AS type_name, n.nspname = 'pg_catalog' AS built_in,
                   EXISTS (SELECT FROM pg_opclass o
                           JOIN pg_am m ON m.oid = o.opcmethod AND m.amname = 'hash'
                           JOIN pg_amproc p ON p.amprocfamily = o.opcfamily AND p.amproclefttype = o.opcintype
                                           AND p.amprocnum = 2
                           WHERE o.opcdefault AND (o.opcintype = b.type
                               OR o.opcintype = 'text'::regtype AND b.type = 'varchar'::regtype
                               OR o.opcintype = 'anyenum'::regtype AND y.typtype = 'e')) AS hashable
            FROM unnest(CAST({0} AS bigint[]), CAST({1} AS text[])) AS k (relation, name)
            JOIN pg_attribute a ON a.attrelid = k.relation::oid AND a.attname = k.name AND NOT a.attisdropped
            JOIN pg_type t1 ON t1.oid = a.atttypid
            LEFT JOIN pg_type t2 ON t2.oid = t1.typbasetype
            LEFT JOIN pg_type t3 ON t3.oid = t2.typbasetype
            CROSS JOIN LATERAL (SELECT coalesce(nullif(t3.typbasetype, 0), nullif(t2.typbasetype, 0),
                                                nullif(t1.typbasetype, 0), t1.oid) AS type) b
            JOIN pg_type y ON y.oid = b.type
            JOIN pg_namespace n ON n.oid = y.typnamespace""";

    private final Map<Place, KeyType> types = new HashMap<>();

    private record Place(long relation, String column) {}

    /**
     * A type under all of its domains.
     *
     * @param name its name, which tells apart two types
     * @param hashable whether PostgreSQL has a hash for it that agrees with equality
     */
    record KeyType(String name, boolean hashable) {
        static final KeyType TEXT = new KeyType("text", true);

        /** The type of an array's elements, as far as it is a built-in one. */
        KeyType element() {
            return new KeyType(name.startsWith("_") ? name.substring(1) : "", false);
        }

        boolean isInteger() {
            return INTEGERS.contains(name);
        }
    }

    private KeyTypes() {}

    /**
     * Reads the types of columns.
     *
     * @param columns tables with the columns to look at
     */
    static KeyTypes read(Session session, int serverMajor, Map<Table, Set<String>> columns) {
        KeyTypes read = new KeyTypes();
        List<Place> places = columns.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(column -> new Place(entry.getKey().oid(), column)))
                .toList();
        Long[] relations = places.stream().map(Place::relation).toArray(Long[]::new);
        String[] names = places.stream().map(Place::column).toArray(String[]::new);
        for (Record row : session.sql().fetch(TYPES, DSL.val(relations), DSL.val(names))) {
            String name = row.get("type_name", String.class);
            boolean builtIn = row.get("built_in", Boolean.class);
            read.types.put(
                    new Place(row.get("relation", Long.class), row.get("name", String.class)),
                    new KeyType(
                            builtIn ? name : "%s %s".formatted(name, row.get("type", Long.class)),
                            serverMajor >= RECORD_HASH_SINCE && row.get("hashable", Boolean.class)));
        }
        return read;
    }

    KeyType of(Table table, String column) {
        return types.getOrDefault(new Place(table.oid(), column), UNKNOWN);
    }
}
