package dev.diorama.subsetter.page;

import dev.diorama.subsetter.words.Amounts;
import java.util.List;
import java.util.stream.LongStream;

/**
 * An axis from 1 on, on which each decade is as long as the others. Pure.
 *
 * @param decades how many, not always whole
 * @param start where 1 lies
 * @param end where the largest value lies, or a little before
 */
record LogAxis(double decades, double start, double end) {
    private static final double LEAST = 1;
    private static final double MARGIN = 0.05;

    /** The axis that is long enough for a value. */
    static LogAxis upTo(long largest, double start, double end) {
        return new LogAxis(Math.max(LEAST, Math.log10((double) Math.max(1, largest)) + MARGIN), start, end);
    }

    /** Where a value from 1 on lies. */
    double position(double value) {
        return start + (end - start) * Math.log10(value) / decades;
    }

    /** The powers of ten on it. */
    List<Long> ticks() {
        return LongStream.iterate(1, tick -> Math.log10((double) tick) <= decades, tick -> 10 * tick)
                .boxed()
                .toList();
    }

    /** {@code 1}, {@code 100,000}, {@code 10 million}. */
    static String label(long tick) {
        if (tick >= 1_000_000_000) {
            return Amounts.count(tick / 1_000_000_000) + " billion";
        }
        return tick >= 1_000_000 ? Amounts.count(tick / 1_000_000) + " million" : Amounts.count(tick);
    }
}
