package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills one table up to its target. What demand has brought counts; the rest is drawn, in units of a row with all that
 * it brings. First such units are taken as keep every table within its target; where there are too few of them, such as
 * keep every table within a tenth of it; and where there are still too few, those whose excess is the cheapest.
 */
final class Filling {
    /** In a cycle a row brings others of its own table: how many is judged from a first few. */
    private static final int FIRST_UNITS_SHARE = 20;

    private static final int LEAST_UNITS = 16;
    private static final double RESERVE = 1.1;
    private static final double LEAST_YIELD = 0.02;
    /** Where every draw goes over some budget, the cheapest are chosen among so many times as many as are wanted. */
    private static final int CHOICE = 3;
    /** Of how many rows the few that do are looked for at last. */
    private static final long MOST_WANTED = 300_000;
    /** How many rows have to be there for each wanted one before hurdles are thought to leave enough. */
    private static final double ENOUGH = 1;

    private final SelectionPlan plan;
    private final RowGraph graph;
    private final Draws draws;
    private final Unit unit;
    private final Hurdles hurdles;
    private final Foresight foresight;
    private final Caps targets;
    private final Caps slack;
    private final Table table;
    private final Nodes nodes;
    private final List<Step> steps;
    private final long target;
    private final boolean cyclic;
    private final long mostExpanded;
    private double yield = 1;

    Filling(Island.Tools tools, Table table, boolean cyclic) {
        this.plan = tools.plan();
        this.graph = tools.graph();
        this.draws = tools.draws();
        this.unit = tools.unit();
        this.hurdles = tools.hurdles();
        this.foresight = tools.foresight();
        this.targets = tools.targets();
        this.slack = tools.slack();
        this.mostExpanded = tools.mostExpanded();
        this.table = table;
        this.nodes = graph.nodes(table);
        this.steps = steps();
        this.target = plan.size(table.name()).targetRows();
        this.cyclic = cyclic;
    }

    /** From a row to what it refers to: no look-up for each row. */
    private record Step(int position, Anchor anchor, Table parent, Nodes parents) {}

    private List<Step> steps() {
        List<Step> found = new ArrayList<>();
        List<Link> links = graph.relation(table).links();
        for (int i = 0; i < links.size(); i++) {
            Table parent = links.get(i).parent();
            if (!graph.isComplete(parent)) {
                found.add(new Step(i, graph.links().anchor(links.get(i)), parent, graph.nodes(parent)));
            }
        }
        return found;
    }

    void fill() {
        if (missing() <= 0) {
            return;
        }
        long rows = plan.size(table.name()).eligibleRows();
        List<Hurdle> inTheWay = hurdles.of(table, missing());
        if (rows * Hurdle.passing(inTheWay) >= ENOUGH * missing()) {
            take(foresight.useful(table, missing()), targets);
        }
        if (rows <= Draws.SMALL_TABLE_ROWS) {
            settle(draws.all(table));
            return;
        }
        List<Hurdle> kept = new ArrayList<>(inTheWay);
        boolean all = true;
        while (!kept.isEmpty() && rows * Hurdle.passing(kept) < ENOUGH * missing()) {
            kept.removeFirst();
            all = false;
        }
        settle(draws.some(table, rows, all ? missing() : CHOICE * missing(), kept));
        // The estimate knows nothing of how references hang together: where it was wrong, hurdles are given up.
        while (isShort() && !kept.isEmpty()) {
            kept.removeFirst();
            settle(draws.some(table, rows, CHOICE * missing(), kept));
        }
        // Nor does it know how rows lie on blocks. A larger share of them includes the smaller one.
        for (long wanted : new long[] {CHOICE * target, MOST_WANTED}) {
            if (isShort()) {
                settle(draws.some(table, rows, Math.max(wanted, CHOICE * target), List.of()));
            }
        }
    }

    private void settle(int[] candidates) {
        take(candidates, targets);
        take(candidates, slack);
        if (isShort()) {
            graph.expand(table, candidates, mostExpanded);
            new Relaxation(graph, unit, slack, table, target).take(candidates);
        }
    }

    /** Whether the table would not count as having kept its target. */
    private boolean isShort() {
        return missing() > 0 && graph.chosen(table) < Math.ceil(target * Relaxation.ENOUGH_SHARE);
    }

    private long missing() {
        return target - graph.chosen(table);
    }

    /** Takes units within the caps, as long as rows are missing. */
    private void take(int[] candidates, Caps caps) {
        unit.hope(table);
        long[] room = steps.stream().mapToLong(step -> caps.of(step.parent())).toArray();
        int next = 0;
        long wanted = cyclic ? Math.max(LEAST_UNITS, missing() / FIRST_UNITS_SHARE) : missing();
        while (missing() > 0 && next < candidates.length) {
            IntList chunk = new IntList();
            for (; next < candidates.length && chunk.size() < wanted; next++) {
                if (fitsAtOnce(candidates[next], room)) {
                    chunk.add(candidates[next]);
                }
            }
            int[] rows = chunk.toArray();
            graph.expand(table, rows, mostExpanded);
            long before = graph.chosen(table);
            for (int i = 0; i < rows.length && missing() > 0; i++) {
                if (unit.fits(table, rows[i], missing(), caps)) {
                    unit.choose();
                }
            }
            yield = Math.max(LEAST_YIELD, (double) (graph.chosen(table) - before) / Math.max(1, rows.length));
            wanted = (long) Math.ceil(missing() * RESERVE / yield);
        }
    }

    /** Whether what the row itself refers to is chosen or has room, as far as that can be told without asking. */
    private boolean fitsAtOnce(int row, long[] caps) {
        if (nodes.isChosen(row)) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.parents().chosenSize() >= caps[i] && nodes.refers(row, step.position())) {
                long value = nodes.reference(row, step.position());
                int known = step.anchor().row(value);
                boolean chosen = known != LongIntMap.ABSENT && step.parents().isChosen(known);
                if (!chosen && !step.anchor().isDangling(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
