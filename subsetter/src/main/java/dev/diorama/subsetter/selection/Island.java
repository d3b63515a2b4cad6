package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/**
 * Tables that no reference connects with others, and the choice of their rows, table by table, keeping the selection
 * closed. For one thread.
 */
final class Island {
    /** How many rows that are not chosen are kept in mind between two tables. */
    private static final long MOST_REMEMBERED = 300_000;

    private static final long LEAST_EXPANDED = 100_000;
    private static final int EXPANDED_FOR_EACH_TARGET = 4;

    private final SelectionPlan plan;
    private final List<Table> order;
    private final long seed;
    private final RowGraph graph;
    private final MissingIndexes missingIndexes;

    /**
     * An island.
     *
     * @param order its tables in the order in which they get their rows
     * @param links the links of the whole source
     */
    Island(SelectionPlan plan, List<Table> order, Links links, Session session, long seed) {
        this.plan = plan;
        this.order = order;
        this.seed = seed;
        this.graph = new RowGraph(session, plan, order, links, seed);
        this.missingIndexes = new MissingIndexes(session);
    }

    /** What filling a table works with. */
    record Tools(
            SelectionPlan plan,
            RowGraph graph,
            Draws draws,
            Hurdles hurdles,
            Foresight foresight,
            Unit unit,
            Caps targets,
            Caps slack,
            long mostExpanded) {
        /** Chooses rows whatever they cost. */
        void choose(Table table, int[] rows) {
            graph.expand(table, rows, Long.MAX_VALUE);
            for (int row : rows) {
                if (unit.look(table, row)) {
                    unit.choose();
                }
            }
        }

        /** Chooses rows that a link brings, whatever they cost. */
        void choose(Link link, int[] rows) {
            graph.expand(link.parent(), rows, Long.MAX_VALUE);
            for (int row : rows) {
                if (unit.look(link, row)) {
                    unit.choose();
                }
            }
        }
    }

    /** What was chosen, as a selection of these tables alone. */
    Selection select(Optional<EarlierSample> earlier, ObjLongConsumer<Table> filled) {
        chooseComplete();
        Unit unit = new Unit(graph, order, Caps.exact(plan));
        Caps targets = Caps.strict(plan);
        Hurdles hurdles = new Hurdles(plan, graph, targets);
        Draws draws = new Draws(graph, missingIndexes, seed);
        Tools tools = new Tools(
                plan,
                graph,
                draws,
                hurdles,
                new Foresight(plan, graph, draws, hurdles, seed),
                unit,
                targets,
                Caps.slack(plan),
                mostExpanded());
        chooseParentsOfComplete(tools);
        List<String> notices = new AlwaysRows(tools, seed).choose(order);
        earlier.ifPresent(sample -> chooseAgain(tools, sample));
        Set<TableName> cyclic = plan.cyclic();
        for (Table table : order) {
            if (!graph.isComplete(table)) {
                new Filling(tools, table, cyclic.contains(table.name())).fill();
            }
            filled.accept(table, graph.chosen(table));
            if (graph.unchosen() > MOST_REMEMBERED) {
                graph.forgetUnchosen();
            }
        }
        Selection selection = selection(unit, notices);
        graph.links().forget(order);
        return selection;
    }

    private void chooseComplete() {
        for (Table table : order) {
            if (plan.isComplete(table)) {
                graph.chooseAll(table, plan.size(table.name()).sourceRows());
            }
        }
    }

    private void chooseParentsOfComplete(Tools tools) {
        for (Table table : order) {
            if (graph.isComplete(table)) {
                for (Link link : graph.links().from(table)) {
                    if (!graph.isComplete(link.parent())) {
                        tools.choose(link, graph.parentsOfAll(link));
                    }
                }
            }
        }
    }

    /** Chooses the rows of an earlier sample, children first: what it kept in spite of a target was needed by those. */
    private void chooseAgain(Tools tools, EarlierSample sample) {
        for (Table table : order.reversed()) {
            if (!graph.isComplete(table)) {
                int[] rows = sample.rows(graph, table);
                graph.expand(table, rows, Long.MAX_VALUE);
                for (int row : rows) {
                    if (graph.chosen(table) < tools.targets().of(table)
                            && !graph.nodes(table).isUnwanted(row)
                            && tools.unit().look(table, row)
                            && tools.unit().unwanted() == 0) {
                        tools.unit().choose();
                    }
                }
            }
        }
    }

    private long mostExpanded() {
        return LEAST_EXPANDED
                + EXPANDED_FOR_EACH_TARGET
                        * order.stream()
                                .mapToLong(table -> plan.size(table.name()).targetRows())
                                .sum();
    }

    private Selection selection(Unit unit, List<String> notices) {
        Map<TableName, RowSet> rows = new HashMap<>();
        order.forEach(table -> rows.put(table.name(), graph.rowSet(table)));
        List<Selection.Excess> excesses = graph.links().all().stream()
                .filter(link -> unit.excessBy(link) > 0)
                .map(link -> link.excess(unit.excessBy(link)))
                .toList();
        List<Selection.Unindexed> unindexed =
                missingIndexes.found().stream().map(Link::unindexed).toList();
        return new Selection(rows, excesses, notices, unindexed);
    }
}
