package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Looks ahead: which tables that come later would starve if a table's rows were drawn blindly, and which of its rows can
 * help? An order line names a product and an order; once the products are chosen, orders of those are more useful than
 * others. It looks only where few rows have to be read for it.
 */
final class Foresight {
    private static final int LONGEST_PATH = 2;
    /** Shares are multiplied as if references were independent, so some more is asked for than needed. */
    private static final double RESERVE = 1.1;

    private static final double MOST_ROWS_READ = 100_000;
    /** How many rows are looked at for each that is missing: not all of the useful ones fit the budgets. */
    private static final int CHOICE = 3;

    private final SelectionPlan plan;
    private final RowGraph graph;
    private final Draws draws;
    private final Arrival arrival;
    private final Hurdles hurdles;
    private final long seed;

    Foresight(SelectionPlan plan, RowGraph graph, Draws draws, Hurdles hurdles, long seed) {
        this.plan = plan;
        this.graph = graph;
        this.draws = draws;
        this.arrival = new Arrival(graph);
        this.hurdles = hurdles;
        this.seed = seed;
    }

    /** Rows of a table that later tables cannot do without, the most useful first, and not more than those need. */
    int[] useful(Table table, long missing) {
        Map<Long, double[]> uses = new HashMap<>();
        List<Descent> starving = starving(table);
        for (int i = 0; i < starving.size(); i++) {
            count(starving.get(i), i, starving.size(), uses);
        }
        if (uses.isEmpty()) {
            return new int[0];
        }
        Link link = starving.getFirst().path().getFirst();
        long[] values = mostUseful(uses, starving, missing);
        if (link.form() == ValueForm.NUMBER) {
            SQL from = DSL.sql(
                    "{0} WHERE {1} = ANY (CAST({2} AS bigint[]))",
                    graph.relation(table).from("c"),
                    DSL.quotedName("c", link.parts().getFirst().parentColumn()),
                    DSL.inline(SelectionSql.array(values)));
            graph.find(table, from);
        } else {
            // A hash tells which row it belongs to only once the row is known.
            draws.all(table);
        }
        IntList rows = new IntList();
        for (long value : values) {
            int row = graph.links().anchor(link).row(value);
            if (row != LongIntMap.ABSENT) {
                rows.add(row);
            }
        }
        return rows.toArray();
    }

    /** The ways from a table to those that would starve; all of them begin at the same columns of it. */
    private List<Descent> starving(Table table) {
        List<Descent> starving = new ArrayList<>();
        List<List<Link>> paths = new ArrayList<>();
        for (Link first : graph.links().to(table)) {
            if (isFollowed(first, table)) {
                paths.add(List.of(first));
                for (Link second : graph.links().to(first.child())) {
                    if (isFollowed(second, table)) {
                        paths.add(List.of(first, second));
                    }
                }
            }
        }
        for (List<Link> path : paths) {
            boolean sameAnchor = starving.isEmpty()
                    || starving.getFirst()
                            .path()
                            .getFirst()
                            .anchor()
                            .equals(path.getFirst().anchor());
            if (sameAnchor && path.size() <= LONGEST_PATH) {
                look(path, table).ifPresent(starving::add);
            }
        }
        return starving;
    }

    private boolean isFollowed(Link link, Table table) {
        boolean findable = !link.parent().equals(table)
                || link.form() == ValueForm.NUMBER
                || plan.size(table.name()).sourceRows() <= Draws.SMALL_TABLE_ROWS;
        return !link.many()
                && findable
                && link.condition().isEmpty()
                && !link.isSelfReference()
                && !link.child().equals(table)
                && !graph.isComplete(link.child())
                && target(link.child()) > target(table);
    }

    private Optional<Descent> look(List<Link> path, Table table) {
        Table end = path.getLast().child();
        double rows = plan.size(end.name()).sourceRows();
        double pool = rows * share(path.size() == 1 ? table : path.getFirst().child());
        double read = rows;
        double later = 1;
        List<Link> chosen = new ArrayList<>();
        for (Link other : graph.links().from(end)) {
            Table parent = other.parent();
            if (other.many()
                    || other.equals(path.getLast())
                    || graph.isComplete(parent)
                    || target(parent) > target(end)) {
                continue;
            }
            pool *= share(parent);
            if (!parent.equals(table) && hurdles.isFull(parent)) {
                chosen.add(other);
                read = Math.min(read, rows * share(parent));
            } else {
                later *= share(parent);
            }
        }
        double needed = target(end) / later;
        boolean starves = pool < RESERVE * target(end);
        return starves && read <= MOST_ROWS_READ ? Optional.of(new Descent(path, chosen, needed)) : Optional.empty();
    }

    private double share(Table table) {
        double rows = Math.max(1, plan.size(table.name()).sourceRows());
        return Math.min(1, Math.max(graph.chosen(table), target(table)) / rows);
    }

    private long target(Table table) {
        return plan.size(table.name()).targetRows();
    }

    /** Counts how many rows at the end of a way can use each row of the table. */
    private void count(Descent descent, int number, int descents, Map<Long, double[]> uses) {
        Relation end = graph.relation(descent.end());
        List<SQL> from = new ArrayList<>(List.of(end.from("d0")));
        for (int step = descent.path().size() - 1; step > 0; step--) {
            Link link = descent.path().get(step);
            String child = "d" + (descent.path().size() - 1 - step);
            String parent = "d" + (descent.path().size() - step);
            from.add(DSL.sql("{0} ON {1}", graph.relation(link.parent()).from(parent), link.refers(child, parent)));
        }
        List<SQL> conditions = new ArrayList<>(List.of(end.wanted("d0")));
        for (Link link : descent.chosen()) {
            conditions.add(arrival.at(List.of(link), "d0"));
        }
        Link first = descent.path().getFirst();
        SQL value = graph.relation(first.child())
                .reference(first, "d" + (descent.path().size() - 1));
        SQL query = DSL.sql(
                "SELECT {0}, count(*) FROM {1} WHERE {2} AND {0} IS NOT NULL GROUP BY 1",
                value, SelectionSql.list(from, " JOIN "), SelectionSql.list(conditions, " AND "));
        graph.ask(query, fields -> {
            long used = BinaryRows.readLong(fields);
            uses.computeIfAbsent(used, some -> new double[descents])[number] = BinaryRows.readLong(fields);
        });
    }

    private long[] mostUseful(Map<Long, double[]> uses, List<Descent> starving, long missing) {
        double[] needed = starving.stream().mapToDouble(Descent::needed).toArray();
        List<Map.Entry<Long, double[]>> sorted = uses.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Long, double[]>>comparingDouble(
                                entry -> -weight(entry.getValue(), needed))
                        .thenComparing((left, right) -> Long.compareUnsigned(
                                LongIntMap.mix(left.getKey() ^ seed), LongIntMap.mix(right.getKey() ^ seed))))
                .toList();
        Stream.Builder<Long> values = Stream.builder();
        double[] reached = new double[needed.length];
        long taken = 0;
        for (Map.Entry<Long, double[]> useful : sorted) {
            boolean helps = false;
            for (int i = 0; i < needed.length; i++) {
                helps |= useful.getValue()[i] > 0 && reached[i] < needed[i] * CHOICE;
            }
            if (helps && taken < missing * CHOICE) {
                taken++;
                values.add(useful.getKey());
                for (int i = 0; i < needed.length; i++) {
                    reached[i] += useful.getValue()[i];
                }
            }
        }
        return values.build().mapToLong(Long::longValue).toArray();
    }

    private static double weight(double[] uses, double[] needed) {
        double weight = 0;
        for (int i = 0; i < uses.length; i++) {
            weight += uses[i] / needed[i];
        }
        return weight;
    }
}
