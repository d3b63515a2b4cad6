package dev.diorama.subsetter.selection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Rows of a table that tables which come later cannot do without, the most useful first. Each of these tables has its
 * turn, until rows enough for it are chosen or no more are to be had.
 */
final class UsefulRows {
    private final Deque<Descent> starving;
    private long missing;

    UsefulRows(List<Descent> starving) {
        this.starving = new ArrayDeque<>(starving);
        this.missing = starving.isEmpty() ? 0 : starving.getFirst().wanted();
    }

    /** The rows that are useful to the table whose turn it is. */
    RowSource source(CandidateQuery query, RowFetcher fetcher) {
        if (starving.isEmpty()) {
            return (wanted, restrictions) -> new RowBuffer();
        }
        Descent descent = starving.getFirst();
        int turns = starving.size();
        List<RowBuffer> read = new ArrayList<>(1);
        return (wanted, restrictions) -> {
            if (read.isEmpty()) {
                read.add(fetcher.fetch(query.useful(descent)));
            }
            return Draw.take(read.getFirst(), Math.ceilDiv(wanted, turns), restrictions, query.chosen())
                    .heaviest(missing);
        };
    }

    /** Takes note of the rows that were drawn, from this source or another. */
    void drawn(RowBuffer rows) {
        missing -= rows.weight();
        if (missing <= 0 || rows.weight() == 0) {
            starving.poll();
            missing = starving.isEmpty() ? 0 : starving.getFirst().wanted();
        }
    }
}
