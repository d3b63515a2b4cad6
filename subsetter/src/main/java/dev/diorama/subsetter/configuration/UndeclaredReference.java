package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.yaml.YamlPosition;
import java.util.List;
import java.util.Optional;

/**
 * A {@link ConfiguredReference} whose tables and columns were found in a catalog.
 *
 * @param child the table whose rows refer
 * @param columns where they hold the keys
 * @param parent the table that they refer to
 * @param parentColumns a primary or unique key of it, in the order of the referring columns
 * @param when which rows refer, where not all do
 * @param position where it is said
 */
public record UndeclaredReference(
        TableName child,
        ReferringColumns columns,
        TableName parent,
        List<String> parentColumns,
        Optional<SqlPredicate> when,
        YamlPosition position) {
    public UndeclaredReference {
        parentColumns = List.copyOf(parentColumns);
    }

    /** {@code comments(commentable_id) → posts(id)} as people read it. */
    @Override
    public String toString() {
        return "%s(%s) → %s(%s)".formatted(child, columns, parent, String.join(", ", parentColumns));
    }
}
