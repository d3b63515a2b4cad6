package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.forecast.Statistics.ColumnStatistics;
import dev.diorama.subsetter.forecast.Statistics.TableStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Reads what the last ANALYZE found out of each column. A table that never had one, or whose statistics the role may not
 * see, is looked at on a few dozen of its blocks.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-stats.html">pg_stats</a>
 */
final class StatisticsReader {
    private static final String COLUMNS =
            """
            SELECT schemaname::text AS schema, tablename::text AS name, attname::text AS attribute,
                   null_frac::float8 AS nulls, n_distinct::float8 AS distinct, avg_width::float8 AS bytes
            FROM pg_stats
            WHERE NOT inherited AND schemaname !~ '^pg_' AND schemaname <> 'information_schema'""";

    /** Values that are too long for a row are stored elsewhere. */
    private static final String OVERFLOW =
            """
            SELECT c.oid::bigint AS oid, coalesce(pg_relation_size(c.reltoastrelid), 0)::bigint AS bytes
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.reltoastrelid <> 0 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";

    private static final double SAMPLED_BLOCKS = 40;
    private static final double BLOCK_BYTES = 8 << 10;
    /** What COPY adds to a row, and to each of its values. */
    private static final double BYTES_OF_ROW = 2;

    private static final double BYTES_OF_VALUE = 4;

    private final Session session;
    private final long seed;

    /** A reader inside the snapshot that {@code session} is in. */
    StatisticsReader(Session session, long seed) {
        this.session = session;
        this.seed = seed;
    }

    /**
     * Reads them.
     *
     * @param rows how many rows a table has
     */
    Statistics read(Catalog catalog, ToLongFunction<TableName> rows) {
        Map<TableName, List<Record>> known = session.sql().fetch(COLUMNS).stream()
                .collect(Collectors.groupingBy(
                        row -> new TableName(row.get("schema", String.class), row.get("name", String.class))));
        Map<Long, Long> overflow = session.sql().fetch(OVERFLOW).stream()
                .collect(Collectors.toMap(row -> row.get("oid", Long.class), row -> row.get("bytes", Long.class)));
        Map<TableName, TableStatistics> tables = new HashMap<>();
        for (Table table : catalog.tables().values()) {
            long all = rows.applyAsLong(table.name());
            if (all > 0) {
                boolean analysed = table.storages().stream()
                        .filter(storage -> storage.bytes() > 0)
                        .allMatch(storage -> known.containsKey(storage.name()));
                tables.put(
                        table.name(),
                        analysed ? known(table, known, overflow, all) : looked(table, referring(catalog, table), all));
            }
        }
        return new Statistics(tables);
    }

    /** What is known of a table's storages, each as much worth as it is large. */
    private static TableStatistics known(
            Table table, Map<TableName, List<Record>> known, Map<Long, Long> overflow, long rows) {
        Map<String, ColumnStatistics> columns = new HashMap<>();
        double rowBytes = frame(table);
        for (Storage storage : table.storages()) {
            double weight = (double) storage.bytes() / table.bytes();
            rowBytes += (double) overflow.getOrDefault(storage.oid(), 0L) / rows;
            for (Record row : known.getOrDefault(storage.name(), List.of())) {
                double nulls = weight * row.get("nulls", Double.class);
                double distinct = row.get("distinct", Double.class);
                rowBytes += (weight - nulls) * row.get("bytes", Double.class);
                // A negative number is a share of the rows.
                columns.merge(
                        row.get("attribute", String.class),
                        new ColumnStatistics(nulls, distinct < 0 ? -distinct * weight * rows : distinct),
                        (one, other) ->
                                new ColumnStatistics(one.nulls() + other.nulls(), one.distinct() + other.distinct()));
            }
        }
        return new TableStatistics(rowBytes, columns);
    }

    private TableStatistics looked(Table table, List<String> referring, long rows) {
        List<SQL> widths = copied(table).stream()
                .map(column -> DSL.sql("coalesce(pg_column_size({0}), 0)", DSL.quotedName(column.name())))
                .toList();
        List<SQL> fields = new ArrayList<>(List.of(
                DSL.sql("count(*)"),
                DSL.sql("coalesce(avg({0}), 0)::float8", widths.isEmpty() ? DSL.sql("0") : list(widths, " + "))));
        for (String column : referring) {
            fields.add(DSL.sql("count({0})", DSL.quotedName(column)));
            fields.add(DSL.sql("count(DISTINCT {0})", DSL.quotedName(column)));
        }
        double percent = Math.min(100, 100 * SAMPLED_BLOCKS * BLOCK_BYTES / Math.max(1, table.bytes()));
        Record found = session.sql()
                .resultQuery(
                        "SELECT {0} FROM {1} {2} TABLESAMPLE SYSTEM ({3}) REPEATABLE ({4})",
                        list(fields, ", "),
                        DSL.sql(table.partitioned() ? "" : "ONLY"),
                        table.name().sql(),
                        DSL.inline(percent),
                        DSL.inline(seed))
                .fetchSingle();
        double looked = found.get(0, Double.class);
        Map<String, ColumnStatistics> columns = new HashMap<>();
        for (int i = 0; looked > 0 && i < referring.size(); i++) {
            double values = found.get(2 + 2 * i, Double.class);
            double distinct = found.get(3 + 2 * i, Double.class);
            columns.put(
                    referring.get(i),
                    new ColumnStatistics(1 - values / looked, Bins.behind(distinct, values, values / looked * rows)));
        }
        return new TableStatistics(frame(table) + found.get(1, Double.class), columns);
    }

    private static List<String> referring(Catalog catalog, Table table) {
        return catalog.keysFrom(table.name())
                .flatMap(key -> key.columns().stream())
                .map(pair -> pair.child())
                .distinct()
                .toList();
    }

    private static List<Column> copied(Table table) {
        return table.columns().stream().filter(column -> !column.generated()).toList();
    }

    private static double frame(Table table) {
        return BYTES_OF_ROW + BYTES_OF_VALUE * copied(table).size();
    }

    private static SQL list(List<SQL> parts, String separator) {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            template.append(i == 0 ? "" : separator).append('{').append(i).append('}');
        }
        return DSL.sql(template.toString(), parts.toArray(SQL[]::new));
    }
}
