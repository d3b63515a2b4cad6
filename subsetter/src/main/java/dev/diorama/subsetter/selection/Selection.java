package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.TableName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The chosen rows, closed under every reference, and what stood in the way of the targets. Immutable.
 *
 * @param rows the rows of each table
 * @param excesses which references brought rows over their table's target
 * @param notices what a person should know about the choice
 * @param unindexed references of large tables that no index supports, for which such a table was read whole
 */
public record Selection(
        Map<TableName, RowSet> rows, List<Excess> excesses, List<String> notices, List<Unindexed> unindexed) {
    public Selection {
        rows = Map.copyOf(rows);
        excesses = List.copyOf(excesses);
        notices = List.copyOf(notices);
        unindexed = List.copyOf(unindexed);
    }

    /**
     * Rows that a reference brought over the target of the table that it refers to.
     *
     * @param table the table that is over its target
     * @param child the table whose rows refer
     * @param columns the columns by which they do
     * @param foreignKey the foreign key's name; nothing if the reference was configured
     * @param reference the reference as people read it
     * @param rows how many rows
     */
    public record Excess(
            TableName table,
            TableName child,
            List<String> columns,
            Optional<String> foreignKey,
            String reference,
            long rows) {
        public Excess {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A reference that no index supports.
     *
     * @param table the table whose rows refer
     * @param columns the columns that an index would have to begin with
     * @param name the foreign key's name, or the configured reference's
     */
    public record Unindexed(TableName table, List<String> columns, String name) {
        public Unindexed {
            columns = List.copyOf(columns);
        }
    }

    /** Selections of different tables as one. */
    static Selection of(List<Selection> parts) {
        Map<TableName, RowSet> rows = new HashMap<>();
        parts.forEach(part -> rows.putAll(part.rows()));
        return new Selection(
                rows,
                parts.stream().flatMap(part -> part.excesses().stream()).toList(),
                parts.stream().flatMap(part -> part.notices().stream()).toList(),
                parts.stream().flatMap(part -> part.unindexed().stream()).toList());
    }

    /** The rows chosen of that table. */
    public RowSet rows(TableName table) {
        RowSet set = rows.get(table);
        if (set == null) {
            throw new IllegalArgumentException("No table " + table + " in the selection");
        }
        return set;
    }

    /** The reference that brought the most rows over a table's target, if any did. */
    public Optional<Excess> mostExcessive(TableName table) {
        return excesses.stream()
                .filter(excess -> excess.table().equals(table))
                .max(Comparator.comparingLong(Excess::rows));
    }
}
