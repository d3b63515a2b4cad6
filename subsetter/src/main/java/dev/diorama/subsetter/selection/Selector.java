package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;

/**
 * Chooses rows table by table in the plan's order, keeping the selection closed after each draw. What demand has brought
 * counts first; only the rest is drawn. Rows that would push another table over its target are avoided as long as there
 * are others, and given way to one restriction after the other, the cheapest first.
 *
 * <p>In a cycle a row brings others of its own table. So units are drawn, a row with its company, and after each draw
 * it is judged anew how many more are needed; the last few rows are such as bring no company.
 */
public final class Selector {
    private static final int MOST_ROUNDS = 40;
    private static final int RELAXED_PARTS = 4;

    /** A draw that yields less than this share of what is wanted is not worth a round of its own. */
    private static final double STARVED_SHARE = 0.125;

    private static final int FIRST_UNITS_SHARE = 20;

    private final SelectionPlan plan;
    private final Selection selection;
    private final Closure closure;
    private final RowFetcher fetcher;
    private final long seed;
    private final Restrictions restrictions;
    private final Descents descents;
    private final Set<TableName> cyclic;

    /**
     * A selector that has chosen nothing yet.
     *
     * @param session a connection inside the snapshot
     * @param seed what makes the choice the same again
     */
    public Selector(SelectionPlan plan, Session session, long seed) {
        this.plan = plan;
        this.seed = seed;
        this.fetcher = new RowFetcher(session);
        this.selection = new Selection(plan);
        this.closure = new Closure(plan.catalog(), selection, fetcher);
        this.restrictions = new Restrictions(plan, selection);
        this.descents = new Descents(plan, selection, restrictions);
        this.cyclic = plan.cyclic();
    }

    /**
     * Chooses the rows.
     *
     * @param filled is told of each table and its number of rows when it has them; later ones may still bring it more
     */
    public Selection select(ObjLongConsumer<Table> filled) {
        List<Table> order = plan.order();
        for (Table table : order) {
            TableSize size = plan.size(table.name());
            if (size.targetRows() == size.sourceRows()) {
                selection.chooseAll(table, size.sourceRows());
            }
        }
        for (Table table : order) {
            if (selection.rows(table.name()).isComplete()) {
                closure.close(selection.rows(table.name()));
            }
        }
        for (Table table : order) {
            if (cyclic.contains(table.name())) {
                fillWithUnits(table);
            } else {
                fill(table);
            }
            filled.accept(table, selection.rows(table.name()).size());
        }
        return selection;
    }

    private void fill(Table table) {
        UsefulRows useful = new UsefulRows(descents.starving(table.name()));
        for (int round = 0; round < MOST_ROUNDS && missing(table) > 0; round++) {
            RowBuffer drawn = draw(table, missing(table), round, useful);
            if (drawn.size() == 0) {
                return;
            }
            add(table, drawn);
        }
    }

    private void fillWithUnits(Table table) {
        UsefulRows useful = new UsefulRows(descents.starving(table.name()));
        double rowsInUnit = 1;
        for (int round = 0; round < MOST_ROUNDS && missing(table) > 0; round++) {
            long missing = missing(table);
            long units = round == 0 ? Math.ceilDiv(missing, FIRST_UNITS_SHARE) : (long) (missing / rowsInUnit);
            RowBuffer drawn = units > 0
                    ? draw(table, units, round, useful)
                    : drawWithoutCompany(table, missing, rowsInUnit, round, useful);
            if (drawn.size() == 0) {
                return;
            }
            long before = selection.rows(table.name()).size();
            add(table, drawn);
            rowsInUnit = (double) (selection.rows(table.name()).size() - before) / drawn.size();
        }
    }

    /**
     * Draws rows within the budgets, first such as later tables cannot do without. What cannot be had within the budgets
     * is drawn in parts, because each part's demand makes room.
     */
    private RowBuffer draw(Table table, long wanted, int round, UsefulRows useful) {
        List<Restriction> avoided = restrictions.of(table.name(), wanted);
        RowSource needed = useful.source(query(table, avoided), fetcher);
        RowBuffer drawn = needed.draw(wanted, avoided);
        if (drawn.size() < wanted * STARVED_SHARE) {
            RowSource any = candidates(table, avoided, round);
            drawn = any.draw(wanted, avoided);
            if (drawn.size() < wanted * STARVED_SHARE) {
                long part = Math.ceilDiv(wanted, Math.max(1, RELAXED_PARTS - round));
                RowBuffer relaxed = drawRelaxed(needed, part, avoided, drawn);
                drawn = relaxed == drawn ? drawRelaxed(any, part, avoided, drawn) : relaxed;
            }
        }
        useful.drawn(drawn);
        return drawn;
    }

    private RowBuffer drawWithoutCompany(Table table, long missing, double rowsInUnit, int round, UsefulRows useful) {
        List<Restriction> avoided = restrictions.withoutCompany(table.name(), missing);
        RowBuffer drawn = candidates(table, avoided, round).draw(missing, avoided);
        // A whole unit is nearer to the target than nothing from half a unit on.
        return drawn.size() > 0 || missing * 2 < rowsInUnit ? drawn : draw(table, 1, round, useful);
    }

    /** Gives up one restriction after the other, those first that cost the fewest rows, until that yields more. */
    private static RowBuffer drawRelaxed(
            RowSource candidates, long wanted, List<Restriction> avoided, RowBuffer strict) {
        List<Restriction> relaxed = new ArrayList<>(avoided);
        List<Integer> byCost = IntStream.range(0, avoided.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> avoided.get(i).cost()))
                .toList();
        for (int given : byCost) {
            relaxed.set(given, avoided.get(given).withBudget(Long.MAX_VALUE));
            RowBuffer drawn = candidates.draw(wanted, relaxed);
            if (drawn.size() > strict.size()) {
                return drawn;
            }
        }
        return strict;
    }

    private Candidates candidates(Table table, List<Restriction> avoided, int round) {
        return new Candidates(
                fetcher, query(table, avoided), plan.size(table.name()).sourceRows(), seed + round);
    }

    private CandidateQuery query(Table table, List<Restriction> avoided) {
        return new CandidateQuery(plan.catalog(), selection, table, avoided, seed);
    }

    private void add(Table table, RowBuffer drawn) {
        closure.close(selection.choose(table, drawn));
    }

    private long missing(Table table) {
        return plan.size(table.name()).targetRows()
                - selection.rows(table.name()).size();
    }
}
