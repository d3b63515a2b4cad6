package dev.diorama.subsetter.properties;

import static java.util.stream.Collectors.joining;

import dev.diorama.subsetter.properties.RandomTable.Layout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a schema and its rows as SQL. */
final class SchemaSql {
    private static final String DROPPED = "dropped int";
    private static final int ROWS_PER_STATEMENT = 500;

    private static final List<String> PRELUDE = List.of(
            "CREATE SCHEMA ext",
            "CREATE EXTENSION citext SCHEMA ext",
            "CREATE EXTENSION hstore SCHEMA ext",
            "CREATE SCHEMA " + Sql.name(Names.ODD_SCHEMA),
            "CREATE TYPE pair AS (a int, b text)",
            "CREATE TYPE mood AS ENUM ('so so', 'it''s fine', 'Großartig')",
            "CREATE DOMAIN positive AS int CHECK (VALUE > 0)",
            "CREATE DOMAIN short_text AS text CHECK (length(VALUE) < 5)",
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'fired'; END $$");

    private SchemaSql() {}

    /** Everything but the rows. */
    static String definition(RandomSchema schema) {
        return Stream.of(tables(schema), beforeConstraints(schema), constraints(schema))
                .flatMap(statements -> statements)
                .collect(joining(";\n", "", ";\n"));
    }

    /** Everything, in batches that are small enough to send. */
    static List<String> batches(RandomSchema schema) {
        return Stream.of(
                        Stream.of(tables(schema).collect(joining(";\n"))),
                        schema.tables().stream().flatMap(table -> rows(schema, table)),
                        Stream.of(beforeConstraints(schema).collect(joining(";\n"))),
                        Stream.of(constraints(schema).collect(joining(";\n"))))
                .flatMap(batch -> batch)
                .filter(batch -> !batch.isEmpty())
                .toList();
    }

    private static Stream<String> tables(RandomSchema schema) {
        return Stream.of(
                        PRELUDE.stream(),
                        schema.tables().stream().flatMap(table -> table(schema, table).stream()),
                        schema.tables().stream().flatMap(SchemaSql::indexes))
                .flatMap(statements -> statements);
    }

    private static Stream<String> beforeConstraints(RandomSchema schema) {
        return schema.statements().stream().filter(statement -> !comesLast(statement));
    }

    private static Stream<String> constraints(RandomSchema schema) {
        return Stream.concat(
                schema.references().stream().map(RandomReference::sql),
                schema.statements().stream().filter(SchemaSql::comesLast));
    }

    private static boolean comesLast(String statement) {
        return statement.startsWith("CREATE TRIGGER") || statement.startsWith("ANALYZE");
    }

    private static List<String> table(RandomSchema schema, RandomTable table) {
        String name = table.id().sql();
        String body = body(table.columns(), table.keys());
        return switch (table.layout()) {
            case Layout.Plain() -> List.of("CREATE TABLE %s (%s)".formatted(name, body));
            case Layout.Unlogged() -> List.of("CREATE UNLOGGED TABLE %s (%s)".formatted(name, body));
            case Layout.Reworked() ->
                List.of(
                        "CREATE TABLE %s (%s)".formatted(name, body.isEmpty() ? DROPPED : DROPPED + ", " + body),
                        "ALTER TABLE %s DROP COLUMN dropped".formatted(name));
            case Layout.Inheriting inheriting -> List.of(inheriting(schema, table, inheriting));
            case Layout.Hashes(String column) ->
                List.of(
                        "CREATE TABLE %s (%s) PARTITION BY HASH (%s)".formatted(name, body, Sql.name(column)),
                        partition(table, 0, "FOR VALUES WITH (MODULUS 2, REMAINDER 0)"),
                        partition(table, 1, "FOR VALUES WITH (MODULUS 2, REMAINDER 1)"));
            case Layout.Ranges ranges -> ranges(table, ranges, body);
        };
    }

    private static Stream<String> indexes(RandomTable table) {
        return table.keys().stream()
                .filter(key -> key.kind() == RandomKey.Kind.UNIQUE_INDEX)
                .map(key ->
                        "CREATE UNIQUE INDEX ON %s (%s)".formatted(table.id().sql(), Sql.names(key.columns())));
    }

    private static List<String> ranges(RandomTable table, Layout.Ranges ranges, String body) {
        RandomKey key = table.primaryKey().orElseThrow();
        KeyType type = key.types().get(key.columns().indexOf(ranges.column()));
        String second = type.value(ranges.bounds().getFirst());
        String third = type.value(ranges.bounds().getLast());
        String column = Sql.name(ranges.column());
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE %s (%s) PARTITION BY RANGE (%s)"
                .formatted(table.id().sql(), body, column));
        statements.add(partition(table, 0, "FOR VALUES FROM (MINVALUE) TO (%s)".formatted(second)));
        String middle = "FOR VALUES FROM (%s) TO (%s)".formatted(second, third);
        if (ranges.nested()) {
            statements.add(partition(table, 1, middle + " PARTITION BY HASH (%s)".formatted(column)));
            for (int i = 0; i < 2; i++) {
                statements.add("CREATE TABLE %s PARTITION OF %s FOR VALUES WITH (MODULUS 2, REMAINDER %d)"
                        .formatted(table.partition(10 + i), table.partition(1), i));
            }
        } else {
            statements.add(partition(table, 1, middle));
        }
        List<RandomColumn> otherOrder = new ArrayList<>(table.columns());
        Collections.reverse(otherOrder);
        statements.add("CREATE TABLE %s (%s, %s)".formatted(table.partition(2), DROPPED, body(otherOrder, List.of())));
        statements.add("ALTER TABLE %s DROP COLUMN dropped".formatted(table.partition(2)));
        statements.add("ALTER TABLE %s ATTACH PARTITION %s DEFAULT"
                .formatted(table.id().sql(), table.partition(2)));
        return statements;
    }

    private static String inheriting(RandomSchema schema, RandomTable table, Layout.Inheriting inheriting) {
        RandomTable base = schema.table(inheriting.base());
        List<RandomColumn> own = table.columns().stream()
                .filter(column -> base.columns().stream()
                        .noneMatch(inherited -> inherited.name().equals(column.name())))
                .toList();
        return "CREATE TABLE %s (%s) INHERITS (%s)"
                .formatted(table.id().sql(), body(own, table.keys()), base.id().sql());
    }

    private static String partition(RandomTable table, int number, String bounds) {
        return "CREATE TABLE %s PARTITION OF %s %s"
                .formatted(table.partition(number), table.id().sql(), bounds);
    }

    private static String body(List<RandomColumn> columns, List<RandomKey> keys) {
        return Stream.concat(
                        columns.stream().map(RandomColumn::definition),
                        keys.stream().flatMap(key -> key.clause().stream()))
                .collect(joining(", "));
    }

    /** The rows come in an order that has nothing to do with their keys. */
    private static Stream<String> rows(RandomSchema schema, RandomTable table) {
        List<RandomColumn> stored =
                table.columns().stream().filter(column -> !column.isGenerated()).toList();
        List<Integer> order = new Dice(
                        31 * schema.seed() + table.id().toString().hashCode())
                .shuffled(IntStream.range(0, table.rows()).boxed().toList());
        if (stored.isEmpty()) {
            return Stream.of("INSERT INTO %s SELECT FROM generate_series(1, %d)"
                    .formatted(table.id().sql(), table.rows()));
        }
        String into = "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES\n"
                .formatted(
                        table.id().sql(),
                        Sql.names(stored.stream().map(RandomColumn::name).toList()));
        return IntStream.iterate(0, first -> first < order.size(), first -> first + ROWS_PER_STATEMENT)
                .mapToObj(first -> order.subList(first, Math.min(order.size(), first + ROWS_PER_STATEMENT)))
                .map(rows -> rows.stream()
                        .map(row -> stored.stream()
                                .map(column -> column.values().get(row))
                                .collect(joining(", ", "(", ")")))
                        .collect(joining(",\n", into, "")));
    }
}
