package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import java.util.List;

/**
 * Finds rows that a table could get, reading as little as it can: a small table whole, of a large one a few blocks, and
 * only where too few rows there will do, the rows that refer to chosen ones.
 */
final class Candidates {
    private static final long SMALL_TABLE_ROWS = 20_000;
    /** Neighbours on a block tend to resemble each other, so more blocks are read than rows are needed. */
    private static final int SAMPLED_FOR_EACH_WANTED = 4;

    private static final int LEAST_SAMPLED = 2_000;
    /** From how large a share of the wanted rows on it is worth to read a larger share of the blocks. */
    private static final double WORTH_A_LARGER_SAMPLE = 0.125;

    private final SelectionPlan plan;
    private final Selection selection;
    private final RowFetcher fetcher;
    private final long seed;

    Candidates(SelectionPlan plan, Selection selection, RowFetcher fetcher, long seed) {
        this.plan = plan;
        this.selection = selection;
        this.fetcher = fetcher;
        this.seed = seed;
    }

    /**
     * Draws up to {@code wanted} rows within the restrictions' budgets; fewer only if the table has no more of them.
     *
     * @param round which draw for this table it is, so that each looks at other blocks
     */
    RowBuffer draw(Table table, long wanted, List<Restriction> restrictions, int round) {
        long rows = plan.size(table.name()).sourceRows();
        RowSet chosen = selection.rows(table.name());
        CandidateQuery query = new CandidateQuery(plan.catalog(), selection, table, restrictions, seed);
        if (rows <= SMALL_TABLE_ROWS) {
            return Draw.take(fetcher.fetch(query.all()), wanted, restrictions, chosen);
        }
        double share = share(Math.max(LEAST_SAMPLED, SAMPLED_FOR_EACH_WANTED * wanted) + chosen.size(), rows);
        RowBuffer taken = sample(query, share, round, wanted, chosen);
        if (taken.size() < wanted && share < 1 && taken.size() >= wanted * WORTH_A_LARGER_SAMPLE) {
            taken = sample(query, Math.min(1, share * 1.5 * wanted / taken.size()), round, wanted, chosen);
        }
        if (taken.size() >= wanted) {
            return taken;
        }
        List<Restriction> exhausted = restrictions.stream()
                .filter(restriction -> restriction.budget() == 0)
                .toList();
        // A restriction with some budget left cuts rows off after the query, so more of them are asked for.
        long limit = exhausted.size() == restrictions.size() ? wanted : 4 * wanted;
        return Draw.take(
                fetcher.fetch(query.restricted(exhausted, limit + chosen.size())), wanted, restrictions, chosen);
    }

    private RowBuffer sample(CandidateQuery query, double share, int round, long wanted, RowSet chosen) {
        RowBuffer sampled = fetcher.fetch(share >= 1 ? query.all() : query.sampled(share * 100, seed + round));
        return Draw.take(sampled, wanted, query.restrictions(), chosen);
    }

    private static double share(long wanted, long rows) {
        return Math.min(1, (double) wanted / rows);
    }
}
