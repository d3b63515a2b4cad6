package dev.diorama.subsetter.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.diorama.subsetter.catalog.ForeignKey.ColumnPair;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jooq.Result;

/** Reads a {@link Catalog} in a handful of queries, however many tables there are. */
public final class CatalogReader {
    private final Session session;

    /** A reader of the database that {@code session} is connected to. */
    public CatalogReader(Session session) {
        this.session = session;
    }

    /** Reads everything. */
    public Catalog read() {
        Map<Long, Table> byOid = tables();
        Map<TableName, Table> byName = new LinkedHashMap<>();
        byOid.values().forEach(table -> byName.put(table.name(), table));
        return new Catalog(serverMajor(), byName, foreignKeys(byOid), sequences(), materializedViews());
    }

    private int serverMajor() {
        return fetch("SELECT current_setting('server_version_num')::int AS version")
                        .getFirst()
                        .get("version", Integer.class)
                / 10_000;
    }

    private Map<Long, Table> tables() {
        Map<Long, List<Column>> columns = fetch(ColumnQueries.COLUMNS).stream()
                .collect(groupingBy(row -> row.get("oid", Long.class), mapping(CatalogReader::column, toList())));
        Map<Long, List<List<String>>> uniqueKeys = fetch(ColumnQueries.UNIQUE_KEYS).stream()
                .collect(
                        groupingBy(row -> row.get("oid", Long.class), mapping(row -> texts(row, "columns"), toList())));
        Map<Long, List<Storage>> storages = fetch(CatalogQueries.STORAGES).stream()
                .collect(groupingBy(row -> row.get("root", Long.class), mapping(CatalogReader::storage, toList())));
        Map<Long, Table> tables = new LinkedHashMap<>();
        for (Record row : fetch(CatalogQueries.TABLES)) {
            long oid = row.get("oid", Long.class);
            tables.put(
                    oid,
                    new Table(
                            oid,
                            name(row, "schema", "name"),
                            row.get("partitioned", Boolean.class),
                            columns.getOrDefault(oid, List.of()),
                            texts(row, "primary_key"),
                            uniqueKeys.getOrDefault(oid, List.of()),
                            storages.getOrDefault(oid, List.of())));
        }
        return tables;
    }

    private List<ForeignKey> foreignKeys(Map<Long, Table> tables) {
        List<ForeignKey> keys = new ArrayList<>();
        for (Record row : fetch(CatalogQueries.FOREIGN_KEYS)) {
            Table child = tables.get(row.get("child", Long.class));
            Table parent = tables.get(row.get("parent", Long.class));
            if (child != null && parent != null) {
                keys.add(new ForeignKey(
                        row.get("name", String.class),
                        child.name(),
                        parent.name(),
                        name(row, "child_schema", "child_name"),
                        name(row, "parent_schema", "parent_name"),
                        columnPairs(row),
                        row.get("required", Boolean.class),
                        row.get("valid", Boolean.class)));
            }
        }
        return keys;
    }

    private List<Sequence> sequences() {
        return fetch(CatalogQueries.SEQUENCES)
                .map(row -> new Sequence(
                        name(row, "schema", "name"),
                        row.get("increment", Long.class),
                        row.get("least", Long.class),
                        row.get("most", Long.class),
                        row.get("cycles", Boolean.class),
                        row.get("readable", Boolean.class),
                        users(row)));
    }

    private List<MaterializedView> materializedViews() {
        return fetch(CatalogQueries.MATERIALIZED_VIEWS)
                .map(row -> new MaterializedView(
                        name(row, "schema", "name"),
                        row.get("identity", String.class),
                        row.get("elsewhere", Boolean.class)));
    }

    private Result<Record> fetch(String query) {
        return session.sql().fetch(query);
    }

    private static Column column(Record row) {
        return new Column(
                row.get("name", String.class),
                row.get("required", Boolean.class),
                row.get("generated", Boolean.class),
                row.get("portable", Boolean.class),
                row.get("type", String.class),
                row.get("length", Integer.class),
                row.get("distinctive", Boolean.class),
                row.get("ignores_case", Boolean.class));
    }

    private static Storage storage(Record row) {
        return new Storage(
                row.get("oid", Long.class),
                name(row, "schema", "name"),
                row.get("bytes", Long.class),
                row.get("estimated_rows", Double.class),
                row.get("changes", Long.class));
    }

    private static List<ColumnPair> columnPairs(Record row) {
        List<String> child = texts(row, "child_columns");
        List<String> parent = texts(row, "parent_columns");
        List<String> schemas = texts(row, "operator_schemas");
        List<String> operators = texts(row, "operators");
        List<ColumnPair> pairs = new ArrayList<>();
        for (int i = 0; i < child.size(); i++) {
            pairs.add(new ColumnPair(child.get(i), parent.get(i), schemas.get(i), operators.get(i)));
        }
        return pairs;
    }

    private static List<Sequence.User> users(Record row) {
        List<String> schemas = texts(row, "user_schemas");
        List<String> tables = texts(row, "user_tables");
        List<String> columns = texts(row, "user_columns");
        List<Sequence.User> users = new ArrayList<>();
        for (int i = 0; i < schemas.size(); i++) {
            users.add(new Sequence.User(new TableName(schemas.get(i), tables.get(i)), columns.get(i)));
        }
        return users;
    }

    private static TableName name(Record row, String schema, String table) {
        return new TableName(row.get(schema, String.class), row.get(table, String.class));
    }

    private static List<String> texts(Record row, String field) {
        return List.of(row.get(field, String[].class));
    }
}
