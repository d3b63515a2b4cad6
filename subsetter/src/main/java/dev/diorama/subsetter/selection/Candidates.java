package dev.diorama.subsetter.selection;

import java.util.List;
import java.util.Optional;

/**
 * The rows that a table could get in one round, while nothing else is chosen. It reads as little as it can: a small
 * table whole, of a large one a few blocks, and only where too few rows there will do, the rows that refer to chosen
 * ones. What was read once is kept for the round.
 */
final class Candidates implements RowSource {
    private static final long SMALL_TABLE_ROWS = 20_000;
    /** Neighbours on a block tend to resemble each other, so more blocks are read than rows are needed. */
    private static final int SAMPLED_FOR_EACH_WANTED = 4;

    private static final int LEAST_SAMPLED = 2_000;
    /** From how large a share of the wanted rows on it is worth to read a larger share of the blocks. */
    private static final double WORTH_A_LARGER_SAMPLE = 0.125;

    private final RowFetcher fetcher;
    private final CandidateQuery query;
    private final RowSet chosen;
    private final long rows;
    private final long sampleSeed;
    private double share;
    private Optional<RowBuffer> sample = Optional.empty();

    /**
     * Candidates for a table.
     *
     * @param query what to ask for them
     * @param rows how many rows the table has
     * @param sampleSeed which blocks of a large table are looked at
     */
    Candidates(RowFetcher fetcher, CandidateQuery query, long rows, long sampleSeed) {
        this.fetcher = fetcher;
        this.query = query;
        this.chosen = query.chosen();
        this.rows = rows;
        this.sampleSeed = sampleSeed;
    }

    @Override
    public RowBuffer draw(long wanted, List<Restriction> restrictions) {
        if (sample.isEmpty()) {
            read(
                    rows <= SMALL_TABLE_ROWS
                            ? 1
                            : (Math.max(LEAST_SAMPLED, SAMPLED_FOR_EACH_WANTED * (double) wanted) + chosen.size())
                                    / rows);
        }
        RowBuffer taken = Draw.take(sample.orElseThrow(), wanted, restrictions, chosen);
        if (taken.size() < wanted && share < 1 && taken.size() >= wanted * WORTH_A_LARGER_SAMPLE) {
            read(share * 1.5 * wanted / taken.size());
            taken = Draw.take(sample.orElseThrow(), wanted, restrictions, chosen);
        }
        return taken.size() >= wanted || share >= 1 ? taken : drawAmongChildren(wanted, restrictions);
    }

    private void read(double newShare) {
        share = Math.min(1, newShare);
        sample = Optional.of(fetcher.fetch(share == 1 ? query.all() : query.sampled(share * 100, sampleSeed)));
    }

    /** Draws among the rows that satisfy the restrictions which have no budget, beginning with the chosen parents. */
    private RowBuffer drawAmongChildren(long wanted, List<Restriction> restrictions) {
        List<Restriction> required = restrictions.stream()
                .filter(restriction -> restriction.budget() == 0)
                .toList();
        // One with little budget cuts rows off only after the query, so more of them are asked for.
        boolean exact = restrictions.stream().noneMatch(some -> some.budget() > 0 && some.budget() < wanted);
        long limit = chosen.size() + (exact ? wanted : SAMPLED_FOR_EACH_WANTED * wanted);
        return Draw.take(fetcher.fetch(query.restricted(required, limit)), wanted, restrictions, chosen);
    }
}
