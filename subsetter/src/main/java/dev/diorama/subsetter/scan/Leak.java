package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.TableName;

/**
 * Values of a masked column of the source that stand in a sample. It holds none of them.
 *
 * @param table where they stand
 * @param column in which column
 * @param extent whether they are values there or parts of values
 * @param masked the masked column whose values they were, like {@code users.email}
 * @param values how many values of the sample's column are or hold one
 */
public record Leak(TableName table, String column, Extent extent, String masked, long values) {
    /** How much of a value it is. */
    public enum Extent {
        /** All of it: a field, an element of an array, a text in a document. */
        WHOLE,
        /** A word in a longer text. */
        PART
    }
}
