package dev.diorama.subsetter.sizing;

/** How many rows a table keeps, given how many it has: never more than it has, never less than none. Immutable. */
public sealed interface SizeLaw {
    /** How many of {@code rows} rows stay. */
    long target(long rows);

    /**
     * The line on log-log paper through 10 → 3 and 1,000,000 → 10,000 rows: large tables shrink a lot and small ones
     * hardly. A table with a row keeps one.
     */
    record Logarithmic() implements SizeLaw {
        private static final double EXPONENT = 0.7045757490560675;
        private static final double FACTOR = 0.592305145750446;

        @Override
        public long target(long rows) {
            return rows <= 1 ? rows : within(rows, 1, Math.round(FACTOR * Math.pow((double) rows, EXPONENT)));
        }
    }

    /**
     * {@code rows} to a power, rounded down.
     *
     * @param exponent from 0 to 1
     */
    record Power(double exponent) implements SizeLaw {
        public Power {
            if (!(exponent >= 0 && exponent <= 1)) {
                throw new IllegalArgumentException("A power lies between 0 and 1, not at " + exponent);
            }
        }

        @Override
        public long target(long rows) {
            // A power that is meant to be whole may come out a hair below: 1000^(2/3) is 99.99999999999997.
            return rows <= 1
                    ? rows
                    : within(rows, 1, (long) Math.floor(Math.pow((double) rows, exponent) * (1 + 1e-12)));
        }
    }

    /**
     * A share of the rows, in percent; a table with a row keeps one unless the share is nothing.
     *
     * @param percent from 0 to 100
     */
    record Percent(double percent) implements SizeLaw {
        public Percent {
            if (!(percent >= 0 && percent <= 100)) {
                throw new IllegalArgumentException("A share lies between 0 and 100 percent, not at " + percent);
            }
        }

        @Override
        public long target(long rows) {
            return within(rows, percent > 0 ? 1 : 0, Math.round(rows * percent / 100));
        }
    }

    /**
     * A fixed number of rows.
     *
     * @param rows how many, not negative
     */
    record Rows(long rows) implements SizeLaw {
        public Rows {
            if (rows < 0) {
                throw new IllegalArgumentException("A number of rows is not negative: " + rows);
            }
        }

        @Override
        public long target(long available) {
            return Math.min(rows, available);
        }
    }

    /** Every row. */
    record All() implements SizeLaw {
        @Override
        public long target(long rows) {
            return rows;
        }
    }

    /** No row but those that rows of other tables need. */
    record None() implements SizeLaw {
        @Override
        public long target(long rows) {
            return 0;
        }
    }

    private static long within(long rows, long least, long target) {
        return Math.min(rows, Math.max(least, target));
    }
}
