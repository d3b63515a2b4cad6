package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.ForeignKey.Reference;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows chosen so far, and which keys brought too many of them. Closed under every foreign key between two steps of
 * the {@link Selector}.
 */
public final class Selection {
    private final Map<TableName, RowSet> rows = new LinkedHashMap<>();
    private final Map<Reference, Long> excess = new LinkedHashMap<>();
    private final SelectionPlan plan;

    Selection(SelectionPlan plan) {
        this.plan = plan;
        plan.catalog().tables().values().forEach(table -> rows.put(table.name(), RowSet.empty(table)));
    }

    /** The rows chosen of that table. */
    public RowSet rows(TableName table) {
        RowSet set = rows.get(table);
        if (set == null) {
            throw new IllegalArgumentException("No table " + table + " in the selection");
        }
        return set;
    }

    /** How many rows a key brought into its parent over the parent's target. */
    public long excessBy(ForeignKey key) {
        return excess.getOrDefault(key.reference(), 0L);
    }

    /** The key that brought the most rows over a table's target, if any did. */
    public Optional<ForeignKey> mostExcessive(TableName table) {
        return plan.catalog()
                .keysTo(table)
                .filter(key -> excessBy(key) > 0)
                .max(Comparator.comparingLong(this::excessBy));
    }

    RowSet choose(Table table, RowBuffer buffer) {
        return rows(table.name()).add(buffer);
    }

    void chooseAll(Table table, long size) {
        rows.put(table.name(), RowSet.all(table, size));
    }

    /** Counts rows that a key has just brought into its parent. */
    void countDemand(ForeignKey key, long count) {
        long over = rows(key.parent()).size() - plan.size(key.parent()).targetRows();
        if (over > 0) {
            excess.merge(key.reference(), Math.min(over, count), Long::sum);
        }
    }
}
