package dev.diorama.subsetter.masking;

/**
 * The numbers that a number's mask may be, from the lowest to the highest, signs aside: as many digits, and no further than
 * the smallest of PostgreSQL's integer types that holds the number reaches. A larger number has another range.
 */
record Range(long low, long high) {
    private static final long[] LIMITS = {Short.MAX_VALUE, Integer.MAX_VALUE};

    /** Numbers with so many digits, at most 18, the first of which is no zero. */
    static Range ofDigits(int digits) {
        long low = 1;
        for (int i = 1; i < digits; i++) {
            low *= 10;
        }
        return new Range(low, 10 * low - 1);
    }

    /** The range of a number's magnitude; 0 belongs to the positive ones of one digit. */
    static Range around(long number) {
        long magnitude = magnitude(number);
        int digits = Long.toString(magnitude).length();
        Range range = digits == 19
                ? new Range(1_000_000_000_000_000_000L, Long.MAX_VALUE)
                : digits == 1 && number >= 0 ? new Range(0, 9) : ofDigits(digits);
        for (long limit : LIMITS) {
            long reach = number < 0 ? limit + 1 : limit;
            if (range.low <= reach && reach < range.high) {
                return magnitude <= reach ? new Range(range.low, reach) : new Range(reach + 1, range.high);
            }
        }
        return range;
    }

    /** Without the sign; of the lowest number, which has no opposite, that of the next. */
    static long magnitude(long number) {
        return number == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(number);
    }

    long size() {
        return high - low + 1;
    }
}
