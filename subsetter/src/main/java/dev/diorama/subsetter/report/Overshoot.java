package dev.diorama.subsetter.report;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.selection.Selection.Excess;
import java.util.List;
import java.util.Optional;

/**
 * Rows over a table's target that rows of a child need.
 *
 * @param table the table that has more rows than its law asks for
 * @param child the table whose rows refer
 * @param columns the columns by which they do
 * @param foreignKey the foreign key's name; nothing if the reference was configured
 * @param reference the reference as people read it
 * @param rows how many rows it cost
 */
public record Overshoot(
        TableName table,
        TableName child,
        List<String> columns,
        Optional<String> foreignKey,
        String reference,
        long rows) {
    public Overshoot {
        columns = List.copyOf(columns);
    }

    /** What a foreign key cost. */
    public static Overshoot of(ForeignKey key, long rows) {
        return new Overshoot(
                key.parent(),
                key.child(),
                key.columns().stream().map(ForeignKey.ColumnPair::child).toList(),
                Optional.of(key.name()),
                key.toString(),
                rows);
    }

    static Overshoot of(Excess excess) {
        return new Overshoot(
                excess.table(),
                excess.child(),
                excess.columns(),
                excess.foreignKey(),
                excess.reference(),
                excess.rows());
    }

    /** By what rows need others: {@code foreign key "orders_buyer_fkey", orders(buyer_id) → authors}. */
    public String by() {
        return by(foreignKey, reference);
    }

    static String by(Optional<String> foreignKey, String reference) {
        return foreignKey
                .map(name -> "foreign key \"%s\", %s".formatted(name, reference))
                .orElseGet(() -> "the configured reference " + reference);
    }
}
