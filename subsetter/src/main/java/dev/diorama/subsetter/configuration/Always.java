package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.yaml.YamlPosition;
import java.util.List;
import java.util.Optional;

/** Rows of a table that are in the sample whatever its law says. Immutable. */
public sealed interface Always {
    /** The wish for what hangs on these rows; nothing where they come without it. */
    Optional<Children> children();

    /** Where it is said. */
    YamlPosition position();

    /**
     * The rows that fulfil a condition.
     *
     * @param predicate the condition
     * @param children the wish for what hangs on them
     * @param position where it is said
     */
    record AlwaysWhere(SqlPredicate predicate, Optional<Children> children, YamlPosition position) implements Always {}

    /**
     * The rows with these primary keys.
     *
     * @param keys the keys, each with as many values as the primary key has columns and in their order; a value is
     *     PostgreSQL's text of it. At least one, all of the same length
     * @param children the wish for what hangs on them
     * @param position where it is said
     */
    record AlwaysKeys(List<List<String>> keys, Optional<Children> children, YamlPosition position) implements Always {
        public AlwaysKeys {
            keys = keys.stream().map(List::copyOf).toList();
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("At least one key is needed");
            }
        }

        /** How many columns a key has. */
        public int width() {
            return keys.getFirst().size();
        }
    }
}
