package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order tables get their rows, and which of them are in cycles. Pure.
 *
 * <p>Tables are filled in ascending order of their targets. So a child that keeps fewer rows than its parent goes first,
 * and the parents that it demands fit into the parent's budget; a parent that keeps fewer rows than its child goes
 * first, and the child is drawn among the children of the chosen.
 *
 * @param catalog the tables and their keys
 * @param sizes how many rows each of them has and keeps
 */
public record SelectionPlan(Catalog catalog, Map<TableName, TableSize> sizes) {
    public SelectionPlan {
        sizes = Map.copyOf(sizes);
    }

    /** What that table has and keeps. */
    public TableSize size(TableName table) {
        TableSize size = sizes.get(table);
        if (size == null) {
            throw new IllegalArgumentException("No size for table " + table);
        }
        return size;
    }

    /** The tables in the order in which they get their rows. */
    List<Table> order() {
        Map<TableName, Integer> heights = heights();
        return catalog.tables().values().stream()
                .sorted(Comparator.<Table>comparingLong(
                                table -> size(table.name()).targetRows())
                        .thenComparing(table -> heights.getOrDefault(table.name(), 0))
                        .thenComparing(Table::name))
                .toList();
    }

    /** The tables whose rows may refer to rows of the same table, over however many others. */
    Set<TableName> cyclic() {
        Set<TableName> cyclic = new HashSet<>();
        for (TableName table : catalog.tables().keySet()) {
            if (reaches(table, table)) {
                cyclic.add(table);
            }
        }
        return cyclic;
    }

    /** Whether following that key one may come back to the table that it is from. */
    public boolean isCyclic(ForeignKey key) {
        return key.isSelfReference() || reaches(key.parent(), key.child());
    }

    private boolean reaches(TableName from, TableName goal) {
        Set<TableName> seen = new HashSet<>();
        Deque<TableName> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (ForeignKey key : catalog.keysFrom(open.pop()).toList()) {
                if (key.parent().equals(goal)) {
                    return true;
                }
                if (seen.add(key.parent())) {
                    open.push(key.parent());
                }
            }
        }
        return false;
    }

    /** For each table how many steps its longest line of descendants has: among equal targets children go first. */
    private Map<TableName, Integer> heights() {
        Map<TableName, Integer> heights = new HashMap<>();
        boolean changed = true;
        for (int round = 0; changed && round < catalog.tables().size(); round++) {
            changed = false;
            for (ForeignKey key : catalog.foreignKeys()) {
                int height = heights.getOrDefault(key.child(), 0) + 1;
                if (!key.isSelfReference() && heights.getOrDefault(key.parent(), 0) < height) {
                    heights.put(key.parent(), height);
                    changed = true;
                }
            }
        }
        return heights;
    }
}
