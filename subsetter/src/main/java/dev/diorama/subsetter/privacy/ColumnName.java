package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.TableName;
import java.util.Comparator;

/**
 * A column of a table.
 *
 * @param table the table
 * @param column the column's name
 */
public record ColumnName(TableName table, String column) implements Comparable<ColumnName> {
    private static final Comparator<ColumnName> ORDER =
            Comparator.comparing(ColumnName::table).thenComparing(ColumnName::column);

    @Override
    public int compareTo(ColumnName other) {
        return ORDER.compare(this, other);
    }

    /** As people read it, like {@code users.email}. */
    @Override
    public String toString() {
        return table + "." + column;
    }
}
