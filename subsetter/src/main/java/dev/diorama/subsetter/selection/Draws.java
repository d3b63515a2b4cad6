package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Gets random rows of a table, of which some can be had without going over other tables' budgets. It reads as little as
 * it can: a small table whole, of a large one a few blocks, and where too few rows there would do, those that refer to
 * chosen rows.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-select.html#SQL-FROM">TABLESAMPLE</a>
 */
final class Draws {
    /** Tables of up to that many rows are read whole. */
    static final long SMALL_TABLE_ROWS = 5_000;

    private static final long CHEAP_SAMPLE_ROWS = 50_000;
    private static final double LARGEST_SAMPLE = 0.05;
    /** Neighbours on a block tend to resemble each other, so more of them are read than rows are needed. */
    private static final double SAMPLED_FOR_EACH_WANTED = 1.5;

    private static final int VALUES_SENT = 2_000;
    private static final double WORTH_THINNING = 0.7;
    /** Where chosen rows have far more children than others, not all of these are needed. */
    private static final int MOST_FOR_EACH_NEEDED = 8;

    private static final long LOT_RANGE = 1L << 32;

    private final RowGraph graph;
    private final Arrival arrival;
    private final MissingIndexes missingIndexes;
    private final long seed;

    Draws(RowGraph graph, MissingIndexes missingIndexes, long seed) {
        this.graph = graph;
        this.arrival = new Arrival(graph);
        this.missingIndexes = missingIndexes;
        this.seed = seed;
    }

    /** Every row that a person may want. */
    int[] all(Table table) {
        Relation relation = graph.relation(table);
        return graph.find(table, DSL.sql("{0} WHERE {1}", relation.from("c"), relation.wanted("c")));
    }

    /**
     * Random rows.
     *
     * @param rows how many rows the table has
     * @param wanted how many of those should pass the hurdles
     * @param hurdles what they have to pass; not all that are given need do
     */
    int[] some(Table table, long rows, long wanted, List<Hurdle> hurdles) {
        double needed = SAMPLED_FOR_EACH_WANTED * wanted / Hurdle.passing(hurdles);
        if (needed <= Math.max(CHEAP_SAMPLE_ROWS, LARGEST_SAMPLE * rows) || hurdles.isEmpty()) {
            return sampled(table, needed / rows, hurdles);
        }
        Hurdle narrowest = hurdles.stream()
                .min((left, right) -> Double.compare(left.share(), right.share()))
                .orElseThrow();
        return among(
                table,
                narrowest.route(),
                needed / rows,
                hurdles,
                (long) (MOST_FOR_EACH_NEEDED * needed * narrowest.share()) + CHEAP_SAMPLE_ROWS);
    }

    /** Rows on random blocks, such as refer to chosen rows where few are chosen. */
    private int[] sampled(Table table, double share, List<Hurdle> hurdles) {
        Relation relation = graph.relation(table);
        if (share >= 1) {
            return all(table);
        }
        List<SQL> conditions = new ArrayList<>(List.of(relation.wanted("c")));
        for (Hurdle hurdle : hurdles) {
            hurdle.number()
                    .filter(link -> graph.chosen(link.parent()) <= VALUES_SENT)
                    .ifPresent(link -> conditions.add(arrival.atOrNowhere(link, "c")));
        }
        return graph.find(
                table,
                DSL.sql(
                        "{0} WHERE {1}",
                        relation.sampled(share * 100, seed, "c"), SelectionSql.list(conditions, " AND ")));
    }

    /** Rows that refer to chosen rows on a way, thinned to a share of them. */
    private int[] among(Table table, List<Link> route, double share, List<Hurdle> hurdles, long most) {
        Relation relation = graph.relation(table);
        missingIndexes.look(route);
        List<SQL> conditions = new ArrayList<>(List.of(relation.wanted("c"), arrival.at(route, "c")));
        if (share < WORTH_THINNING) {
            conditions.add(DSL.sql(
                    "hashtextextended(CAST({0} AS text), {1}) & {2} < {3}",
                    DSL.quotedName("c", Relation.PLACE), DSL.inline(seed), DSL.inline(LOT_RANGE - 1), DSL.inline((long)
                            (share * LOT_RANGE))));
        }
        for (Hurdle hurdle : hurdles) {
            if (!hurdle.route().equals(route)) {
                hurdle.number().ifPresent(link -> conditions.add(arrival.atOrNowhere(link, "c")));
            }
        }
        SQL from = DSL.sql("{0} WHERE {1}", relation.from("c"), SelectionSql.list(conditions, " AND "));
        return graph.findFirst(table, from, most);
    }
}
