package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.yaml.YamlPosition;
import java.util.List;
import java.util.Optional;

/**
 * A reference that a person named because the schema does not declare it.
 *
 * @param from what refers
 * @param to what is referred to
 * @param when which rows refer, where not all do; a condition on the referring table
 * @param position where it is said
 */
public record ConfiguredReference(Referring from, Referred to, Optional<SqlPredicate> when, YamlPosition position) {
    /**
     * What refers.
     *
     * @param table the referring table
     * @param columns where its rows hold the keys
     * @param position where it is said
     */
    public record Referring(TableReference table, ReferringColumns columns, YamlPosition position) {
        @Override
        public String toString() {
            return "%s(%s)".formatted(table, columns);
        }
    }

    /**
     * What is referred to.
     *
     * @param table the table
     * @param columns a primary or unique key of it
     * @param position where it is said
     */
    public record Referred(TableReference table, List<String> columns, YamlPosition position) {
        public Referred {
            columns = List.copyOf(columns);
        }

        @Override
        public String toString() {
            return "%s(%s)".formatted(table, String.join(", ", columns));
        }
    }

    /** {@code comments(commentable_id) → posts(id)} as people read it. */
    @Override
    public String toString() {
        return from + " → " + to;
    }
}
