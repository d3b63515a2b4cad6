package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.configuration.UndeclaredReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order tables get their rows, and which of them are in cycles. Pure.
 *
 * <p>Tables are filled in ascending order of their targets. So a child that keeps fewer rows than its parent goes first,
 * and the parents that it demands fit into the parent's budget; a parent that keeps fewer rows than its child goes
 * first, and the child is drawn among the children of the chosen.
 *
 * @param catalog the tables and their keys
 * @param sizes how many rows each of them has and keeps
 * @param configuration what a person said about the sample
 * @param references the references that a person named, besides the keys
 */
public record SelectionPlan(
        Catalog catalog,
        Map<TableName, TableSize> sizes,
        SampleConfiguration configuration,
        List<UndeclaredReference> references) {
    public SelectionPlan {
        sizes = Map.copyOf(sizes);
        references = List.copyOf(references);
    }

    /** A table whose rows refer to rows of another, or of the same. */
    private record Edge(TableName child, TableName parent) {}

    private List<Edge> edges() {
        return Stream.concat(
                        catalog.foreignKeys().stream().map(key -> new Edge(key.child(), key.parent())),
                        references.stream().map(reference -> new Edge(reference.child(), reference.parent())))
                .distinct()
                .toList();
    }

    /** What that table has and keeps. */
    public TableSize size(TableName table) {
        TableSize size = sizes.get(table);
        if (size == null) {
            throw new IllegalArgumentException("No size for table " + table);
        }
        return size;
    }

    /**
     * Whether every row of a table stays. Of one with a condition nobody knows: that all rows on some blocks fulfil it does
     * not say that all rows do.
     */
    boolean isComplete(Table table) {
        TableSize size = size(table.name());
        return size.targetRows() == size.sourceRows()
                && configuration.settingsFor(table.name()).where().isEmpty();
    }

    /** The tables in the order in which they get their rows. */
    public List<Table> order() {
        Map<TableName, Integer> heights = heights();
        return catalog.tables().values().stream()
                .sorted(Comparator.<Table>comparingLong(
                                table -> size(table.name()).targetRows())
                        .thenComparing(table -> heights.getOrDefault(table.name(), 0))
                        .thenComparing(Table::name))
                .toList();
    }

    /**
     * The tables in the order in which they get their rows, apart from those that no reference connects with them: what
     * is chosen on one island has nothing to do with what is chosen on another.
     */
    List<List<Table>> islands() {
        Map<TableName, TableName> nextOnIsland = new HashMap<>();
        for (Edge edge : edges()) {
            TableName child = last(nextOnIsland, edge.child());
            TableName parent = last(nextOnIsland, edge.parent());
            if (!child.equals(parent)) {
                nextOnIsland.put(child, parent);
            }
        }
        Map<TableName, List<Table>> islands = new LinkedHashMap<>();
        order().forEach(table -> islands.computeIfAbsent(last(nextOnIsland, table.name()), last -> new ArrayList<>())
                .add(table));
        return List.copyOf(islands.values());
    }

    /** The table that stands for an island; the way to it is shortened for the next who goes it. */
    private static TableName last(Map<TableName, TableName> next, TableName table) {
        TableName last = table;
        for (TableName step = next.get(last); step != null; step = next.get(last)) {
            last = step;
        }
        if (!last.equals(table)) {
            next.put(table, last);
        }
        return last;
    }

    /** The tables whose rows may refer to rows of the same table, over however many others. */
    Set<TableName> cyclic() {
        Map<TableName, List<TableName>> parents = parents();
        return catalog.tables().keySet().stream()
                .filter(table -> reaches(parents, table, table))
                .collect(Collectors.toSet());
    }

    /** Whether following that key one may come back to the table that it is from. */
    public boolean isCyclic(ForeignKey key) {
        return key.isSelfReference() || reaches(parents(), key.parent(), key.child());
    }

    /**
     * The way by which rows of a table need rows that a person does not want.
     *
     * @param parent the table whose condition leaves rows out
     * @param key the name of the foreign key that begins the way; nothing if it is a configured reference
     * @param reference the same as people read it
     */
    public record Shut(TableName parent, Optional<String> key, String reference) {}

    /** Whether, and how, a table's rows may need rows that a condition of another table leaves out. */
    public Optional<Shut> shutBy(TableName table) {
        Map<TableName, List<TableName>> parents = parents();
        List<TableName> conditioned = catalog.tables().keySet().stream()
                .filter(name -> configuration.settingsFor(name).where().isPresent())
                .toList();
        Stream<Shut> keys = catalog.keysFrom(table).flatMap(key -> reached(parents, key.parent(), conditioned)
                .map(parent -> new Shut(parent, Optional.of(key.name()), key.toString())));
        Stream<Shut> configured = references.stream()
                .filter(reference -> reference.child().equals(table))
                .flatMap(reference -> reached(parents, reference.parent(), conditioned)
                        .map(parent -> new Shut(parent, Optional.empty(), reference.toString())));
        return Stream.concat(keys, configured).findFirst();
    }

    private static Stream<TableName> reached(
            Map<TableName, List<TableName>> parents, TableName from, List<TableName> tables) {
        return tables.stream().filter(table -> table.equals(from) || reaches(parents, from, table));
    }

    private Map<TableName, List<TableName>> parents() {
        return edges().stream()
                .collect(Collectors.groupingBy(Edge::child, Collectors.mapping(Edge::parent, Collectors.toList())));
    }

    private static boolean reaches(Map<TableName, List<TableName>> parents, TableName from, TableName goal) {
        Set<TableName> seen = new HashSet<>();
        Deque<TableName> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (TableName parent : parents.getOrDefault(open.pop(), List.of())) {
                if (parent.equals(goal)) {
                    return true;
                }
                if (seen.add(parent)) {
                    open.push(parent);
                }
            }
        }
        return false;
    }

    /** For each table how many steps its longest line of descendants has: among equal targets children go first. */
    private Map<TableName, Integer> heights() {
        Map<TableName, Integer> heights = new HashMap<>();
        List<Edge> edges = edges();
        boolean changed = true;
        for (int round = 0; changed && round < catalog.tables().size(); round++) {
            changed = false;
            for (Edge edge : edges) {
                int height = heights.getOrDefault(edge.child(), 0) + 1;
                if (!edge.child().equals(edge.parent()) && heights.getOrDefault(edge.parent(), 0) < height) {
                    heights.put(edge.parent(), height);
                    changed = true;
                }
            }
        }
        return heights;
    }
}
