package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out which full tables are in the way of drawing rows, and which of them it costs the least to ignore. It
 * calculates as if references were independent of one another; what is drawn then tells how it really is.
 */
final class Hurdles {
    private static final int LONGEST_ROUTE = 4;
    private static final int MOST_ROUTES = 64;

    private final SelectionPlan plan;
    private final RowGraph graph;
    private final Caps caps;

    Hurdles(SelectionPlan plan, RowGraph graph, Caps caps) {
        this.plan = plan;
        this.graph = graph;
        this.caps = caps;
    }

    /** The hurdles of a table, the one that costs the least first. */
    List<Hurdle> of(Table table, long wanted) {
        List<List<Link>> routes = new ArrayList<>();
        find(table, List.of(), new HashSet<>(Set.of(table.name())), routes);
        return routes.stream()
                .map(route -> {
                    Table full = route.getLast().parent();
                    return new Hurdle(route, share(full), cost(full, (double) wanted, new HashSet<>()));
                })
                .sorted(Comparator.comparingDouble(Hurdle::cost))
                .toList();
    }

    private void find(Table from, List<Link> way, Set<TableName> passed, List<List<Link>> routes) {
        for (Link link : graph.links().from(from)) {
            Table parent = link.parent();
            if (link.many()
                    || graph.isComplete(parent)
                    || passed.contains(parent.name())
                    || routes.size() > MOST_ROUTES) {
                continue;
            }
            List<Link> longer = new ArrayList<>(way);
            longer.add(link);
            if (isFull(parent)) {
                routes.add(longer);
            } else if (longer.size() < LONGEST_ROUTE) {
                passed.add(parent.name());
                find(parent, longer, passed, routes);
                passed.remove(parent.name());
            }
        }
    }

    /** Whether a table has what it should have; the next draws would take it over its target soon. */
    boolean isFull(Table table) {
        return graph.chosen(table) >= caps.of(table) * Relaxation.ENOUGH_SHARE;
    }

    private double share(Table table) {
        return Math.min(
                1,
                (double) graph.chosen(table)
                        / Math.max(1, plan.size(table.name()).sourceRows()));
    }

    /** How many new rows it takes if {@code references} point anywhere in a table. */
    private double cost(Table table, double references, Set<TableName> passed) {
        double rows = Math.max(1, plan.size(table.name()).sourceRows());
        double hit = rows * (1 - Math.pow(1 - 1 / rows, references));
        double brought = hit * (1 - share(table));
        double cost = brought;
        if (passed.add(table.name())) {
            for (Link link : graph.links().from(table)) {
                if (!link.many() && !graph.isComplete(link.parent()) && isFull(link.parent())) {
                    cost += cost(link.parent(), brought, passed);
                }
            }
        }
        return cost;
    }
}
