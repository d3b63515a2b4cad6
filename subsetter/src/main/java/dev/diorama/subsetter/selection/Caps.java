package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.util.HashMap;
import java.util.Map;

/**
 * How many rows of each table may be chosen without going over its budget. Immutable.
 *
 * @param rows the number for each table
 */
record Caps(Map<TableName, Long> rows) {
    /** A table that ends within a tenth of its target has kept its budget; a little is left for rounding. */
    private static final double SLACK = 1.08;

    Caps {
        rows = Map.copyOf(rows);
    }

    /** The targets themselves, by which is counted what is over them. */
    static Caps exact(SelectionPlan plan) {
        Map<TableName, Long> rows = new HashMap<>();
        plan.sizes().forEach((name, size) -> rows.put(name, size.targetRows()));
        return new Caps(rows);
    }

    /** The targets, but that a table that shall keep none has room for whatever others need. */
    static Caps strict(SelectionPlan plan) {
        return of(plan, 1);
    }

    /** What still counts as the target. */
    static Caps slack(SelectionPlan plan) {
        return of(plan, SLACK);
    }

    private static Caps of(SelectionPlan plan, double factor) {
        Map<TableName, Long> rows = new HashMap<>();
        plan.catalog().tables().keySet().forEach(name -> {
            long target = plan.size(name).targetRows();
            rows.put(name, target == 0 ? Long.MAX_VALUE : (long) Math.floor(target * factor));
        });
        return new Caps(rows);
    }

    long of(Table table) {
        return rows.getOrDefault(table.name(), Long.MAX_VALUE);
    }
}
