package dev.diorama.subsetter.report;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.TableName;

/**
 * Rows over a table's target that rows of a child need.
 *
 * @param key the foreign key by which they do
 * @param rows how many rows it cost
 */
public record Overshoot(ForeignKey key, long rows) {
    /** The table that has more rows than its law asks for. */
    public TableName table() {
        return key.parent();
    }
}
