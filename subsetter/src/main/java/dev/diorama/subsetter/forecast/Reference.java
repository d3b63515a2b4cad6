package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.catalog.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a table that refer to rows of another, or of the same, as far as numbers describe it.
 *
 * @param child the table whose rows refer
 * @param parent the table that they refer to
 * @param columns the columns by which they do
 * @param foreignKey the foreign key's name; nothing if the reference was configured
 * @param text the reference as people read it
 * @param share what part of the child's rows refers to a row, from 0 to 1
 * @param referred how many rows of the parent are referred to
 */
record Reference(
        TableName child,
        TableName parent,
        List<String> columns,
        Optional<String> foreignKey,
        String text,
        double share,
        double referred) {
    Reference {
        columns = List.copyOf(columns);
    }
}
