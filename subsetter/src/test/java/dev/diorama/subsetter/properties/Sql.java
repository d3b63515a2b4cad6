package dev.diorama.subsetter.properties;

import static java.util.stream.Collectors.joining;

import java.util.Collection;

/** Names and values as SQL has them. It is written apart from the product's, whose quoting it puts to the test. */
final class Sql {
    static final String NULL = "NULL";

    private Sql() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String names(Collection<String> names) {
        return names.stream().map(Sql::name).collect(joining(", "));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The text that a literal without a null stands for. */
    static String text(String literal) {
        return literal.substring(1, literal.length() - 1).replace("''", "'");
    }
}
