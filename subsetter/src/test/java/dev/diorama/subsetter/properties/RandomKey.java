package dev.diorama.subsetter.properties;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Columns of which no two rows have the same values.
 *
 * @param columns their names
 * @param types their types, in the same order
 * @param kind what sees to it
 */
record RandomKey(List<String> columns, List<KeyType> types, Kind kind) {
    /** What sees to it that a key is one. */
    enum Kind {
        PRIMARY_KEY,
        UNIQUE_CONSTRAINT,
        UNIQUE_INDEX
    }

    RandomKey {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    int width() {
        return columns.size();
    }

    boolean isPrimary() {
        return kind == Kind.PRIMARY_KEY;
    }

    /** The same columns in another order. */
    RandomKey reordered(Dice dice) {
        List<Integer> order = dice.shuffled(IntStream.range(0, width()).boxed().toList());
        return new RandomKey(
                order.stream().map(columns::get).toList(),
                order.stream().map(types::get).toList(),
                kind);
    }

    /** The part of a table's definition that says so; nothing where an index does. */
    Optional<String> clause() {
        return switch (kind) {
            case PRIMARY_KEY -> Optional.of("PRIMARY KEY (%s)".formatted(Sql.names(columns)));
            case UNIQUE_CONSTRAINT -> Optional.of("UNIQUE (%s)".formatted(Sql.names(columns)));
            case UNIQUE_INDEX -> Optional.empty();
        };
    }
}
