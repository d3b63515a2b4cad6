package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a table where each further row takes another table over its budget. Rows that need the same rows of full tables
 * are worth the more the more of them there are: groups are taken by how many rows they give for each that is over, the
 * greedy way for weighted set cover.
 *
 * @see <a href="https://doi.org/10.1287/moor.4.3.233">Chvátal, A Greedy Heuristic for the Set-Covering Problem</a>
 */
final class Relaxation {
    /** From this share of the target on a table has kept it. */
    static final double ENOUGH_SHARE = 0.92;
    /** How many rows for each that is over are worth it where the table has enough. */
    private static final double WORTH_MORE_THAN_ENOUGH = 2;
    /**
     * Of what is missing, the part that is taken before it is looked again what is cheapest now. Among many rows there are
     * always some that cost as little as the last, and looking at them takes its time.
     */
    private static final int ROUND_SHARE = 4;

    private static final int ROUND_SHARE_OF_MANY = 2;
    private static final int MANY = 20_000;

    private static final int MOST_ROUNDS = 40;
    /** Where single rows bring a large part of the source, a few of them are enough to compare. */
    private static final long MOST_STEPS = 2_000_000;

    private final RowGraph graph;
    private final Unit unit;
    private final Caps slack;
    private final Table table;
    private final long target;

    Relaxation(RowGraph graph, Unit unit, Caps slack, Table table, long target) {
        this.graph = graph;
        this.unit = unit;
        this.slack = slack;
        this.table = table;
        this.target = target;
    }

    /** Rows that need the same, and what they need costs. */
    private record Group(IntList rows, long cost, long lot) implements Comparable<Group> {
        double worth() {
            return (double) rows.size() / Math.max(1, cost);
        }

        /** The worthiest first; equal ones take their turn as their first rows do. */
        @Override
        public int compareTo(Group other) {
            int byWorth = Double.compare(other.worth(), worth());
            return byWorth != 0 ? byWorth : Long.compareUnsigned(lot, other.lot);
        }
    }

    /** Takes the cheapest of the rows, all of whose units are known. */
    void take(int[] candidates) {
        int share = candidates.length > MANY ? ROUND_SHARE_OF_MANY : ROUND_SHARE;
        for (int round = 0; round < MOST_ROUNDS && missing() > 0; round++) {
            List<Group> groups = groups(candidates);
            long part = Math.max(1, missing() / share);
            long before = graph.chosen(table);
            for (Group group : groups) {
                if (missing() <= 0 || graph.chosen(table) - before >= part || !isWorth(group)) {
                    break;
                }
                take(group.rows());
            }
            if (graph.chosen(table) == before) {
                return;
            }
        }
    }

    private boolean isWorth(Group group) {
        return graph.chosen(table) < Math.ceil(target * ENOUGH_SHARE) || group.worth() >= WORTH_MORE_THAN_ENOUGH;
    }

    private List<Group> groups(int[] candidates) {
        Nodes nodes = graph.nodes(table);
        Map<Long, Group> groups = new HashMap<>();
        long steps = unit.steps();
        for (int row : candidates) {
            if (unit.steps() - steps > MOST_STEPS) {
                break;
            }
            if (!nodes.isChosen(row) && unit.look(table, row) && unit.unwanted() == 0) {
                long cost = unit.excess(slack);
                groups.computeIfAbsent(
                                unit.signature(slack, table),
                                signature -> new Group(new IntList(), cost, nodes.lot(row)))
                        .rows()
                        .add(row);
            }
        }
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(null);
        return sorted;
    }

    private void take(IntList rows) {
        for (int i = 0; i < rows.size() && missing() > 0; i++) {
            // The last unit may go a little over rather than stay a lot under.
            if (unit.look(table, rows.get(i)) && (unit.rowsOf(table) <= 2 * missing() || graph.chosen(table) == 0)) {
                unit.choose();
            }
        }
    }

    private long missing() {
        return target - graph.chosen(table);
    }
}
