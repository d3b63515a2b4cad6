package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.ForeignKey;
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
 * Chooses rows table by table, in ascending order of the tables' targets, keeping the selection closed. So a child that
 * keeps fewer rows than its parent goes first, and the parents that it needs fit into the parent's budget; a parent that
 * keeps fewer rows than its child goes first, and the child is drawn among those that refer to the chosen.
 */
public final class Selector {
    /** How many rows that are not chosen are kept in mind between two tables. */
    private static final long MOST_REMEMBERED = 300_000;

    private static final long LEAST_EXPANDED = 100_000;
    private static final int EXPANDED_FOR_EACH_TARGET = 4;

    private final SelectionPlan plan;
    private final Session session;
    private final Optional<EarlierSample> earlier;
    private final long seed;

    /**
     * A selector.
     *
     * @param session a connection inside the snapshot
     * @param earlier a sample whose rows are to stay as far as they exist and the targets leave room for them
     * @param seed what makes the choice the same again
     */
    public Selector(SelectionPlan plan, Session session, Optional<EarlierSample> earlier, long seed) {
        this.plan = plan;
        this.earlier = earlier;
        this.session = session;
        this.seed = seed;
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

    /**
     * Chooses the rows.
     *
     * @param filled is told of each table and its number of rows when it has them; later ones may still bring it more
     */
    public Selection select(ObjLongConsumer<Table> filled) {
        Links links = Links.read(session, plan);
        RowGraph graph = new RowGraph(session, plan, links, seed);
        MissingIndexes missingIndexes = new MissingIndexes(session);
        List<Table> order = plan.order();
        chooseComplete(graph, order);
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
        chooseParentsOfComplete(tools, order);
        List<String> notices = new AlwaysRows(tools, seed).choose();
        earlier.ifPresent(sample -> chooseAgain(tools, order.reversed(), sample));
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
        return selection(graph, unit, notices, missingIndexes);
    }

    private void chooseComplete(RowGraph graph, List<Table> order) {
        for (Table table : order) {
            if (plan.size(table.name()).isComplete()) {
                graph.chooseAll(table, plan.size(table.name()).sourceRows());
            }
        }
    }

    private static void chooseParentsOfComplete(Tools tools, List<Table> order) {
        for (Table table : order) {
            if (tools.graph().isComplete(table)) {
                for (Link link : tools.graph().links().from(table)) {
                    if (!tools.graph().isComplete(link.parent())) {
                        tools.choose(link, tools.graph().parentsOfAll(link));
                    }
                }
            }
        }
    }

    /** Chooses the rows of an earlier sample, children first: what it kept in spite of a target was needed by those. */
    private static void chooseAgain(Tools tools, List<Table> order, EarlierSample sample) {
        for (Table table : order) {
            if (!tools.graph().isComplete(table)) {
                int[] rows = sample.rows(tools.graph(), table);
                tools.graph().expand(table, rows, Long.MAX_VALUE);
                for (int row : rows) {
                    if (tools.graph().chosen(table) < tools.targets().of(table)
                            && !tools.graph().nodes(table).isUnwanted(row)
                            && tools.unit().look(table, row)) {
                        tools.unit().choose();
                    }
                }
            }
        }
    }

    private long mostExpanded() {
        return LEAST_EXPANDED
                + EXPANDED_FOR_EACH_TARGET
                        * plan.catalog().tables().keySet().stream()
                                .mapToLong(name -> plan.size(name).targetRows())
                                .sum();
    }

    private Selection selection(RowGraph graph, Unit unit, List<String> notices, MissingIndexes missingIndexes) {
        Map<TableName, RowSet> rows = new HashMap<>();
        plan.catalog().tables().values().forEach(table -> rows.put(table.name(), graph.rowSet(table)));
        List<Selection.Excess> excesses = graph.links().all().stream()
                .filter(link -> unit.excessBy(link) > 0)
                .map(link -> new Selection.Excess(
                        link.parent().name(),
                        link.child().name(),
                        link.parts().stream().map(Link.Part::childColumn).toList(),
                        link.key().map(ForeignKey::name),
                        link.key().map(ForeignKey::toString).orElse(link.name()),
                        unit.excessBy(link)))
                .toList();
        List<Selection.Unindexed> unindexed = missingIndexes.found().stream()
                .map(link -> new Selection.Unindexed(
                        link.child().name(),
                        link.parts().stream().map(Link.Part::childColumn).toList(),
                        link.name()))
                .toList();
        return new Selection(rows, excesses, notices, unindexed);
    }
}
