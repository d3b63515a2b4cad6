package dev.diorama.subsetter.properties;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * A column and its values.
 *
 * @param name its name
 * @param type its type as SQL has it
 * @param clause what follows the type in its definition
 * @param values the value of each row as a literal; none where PostgreSQL computes them
 */
record RandomColumn(String name, String type, String clause, List<String> values) {
    private static final String NOT_NULL = "NOT NULL";

    RandomColumn {
        values = List.copyOf(values);
    }

    static RandomColumn nullable(String name, String type, List<String> values) {
        return new RandomColumn(name, type, "", values);
    }

    static RandomColumn required(String name, String type, List<String> values) {
        return new RandomColumn(name, type, NOT_NULL, values);
    }

    static RandomColumn generated(String name, String type, String expression) {
        return new RandomColumn(name, type, "GENERATED ALWAYS AS (%s) STORED".formatted(expression), List.of());
    }

    boolean isGenerated() {
        return clause.contains("STORED");
    }

    boolean isNullable() {
        return clause.isEmpty();
    }

    boolean isIdentity() {
        return clause.contains("IDENTITY");
    }

    String definition() {
        return "%s %s %s".formatted(Sql.name(name), type, clause).strip();
    }

    /** The column with other values, each made from a row's number and what was there. */
    RandomColumn withValues(BiFunction<Integer, String, String> value) {
        return new RandomColumn(
                name,
                type,
                clause,
                IntStream.range(0, values.size())
                        .mapToObj(row -> value.apply(row, values.get(row)))
                        .toList());
    }

    /** The column of a table that has the first rows only. */
    RandomColumn first(int rows) {
        return new RandomColumn(
                name, type, isIdentity() ? NOT_NULL : clause, isGenerated() ? List.of() : values.subList(0, rows));
    }
}
