package dev.diorama.subsetter.properties;

import java.util.List;

/**
 * Columns of which no two rows have the same values.
 *
 * @param columns their names
 * @param types their types, in the same order
 * @param primary whether this is the primary key
 */
record RandomKey(List<String> columns, List<KeyType> types, boolean primary) {
    RandomKey {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    int width() {
        return columns.size();
    }

    String clause() {
        return "%s (%s)".formatted(primary ? "PRIMARY KEY" : "UNIQUE", Sql.names(columns));
    }
}
