package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Table;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which columns are masked, and which are not on purpose. Immutable.
 *
 * @param columns the columns that are masked
 * @param kept those that a person lets stay, with the reason
 * @param notices what a person should know
 */
public record MaskPlan(List<MaskedColumn> columns, SortedMap<ColumnName, String> kept, List<String> notices) {
    public MaskPlan {
        columns = List.copyOf(columns);
        kept = new TreeMap<>(kept);
        notices = List.copyOf(notices);
    }

    /** The masked columns of a table, in the table's order. */
    public List<MaskedColumn> of(Table table) {
        return columns.stream()
                .filter(column -> column.name().table().equals(table.name()))
                .toList();
    }

    /** Whether nothing is masked. */
    public boolean isEmpty() {
        return columns.isEmpty();
    }
}
