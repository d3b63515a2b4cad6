package dev.diorama.subsetter.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Amounts as people read them, the same in every locale. Pure. */
public final class Amounts {
    private static final List<String> BYTE_UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");
    private static final int SIGNIFICANT = 3;

    private Amounts() {}

    /** {@code 1,234,567}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 table}, {@code 1,234 tables}. */
    public static String count(long number, String noun) {
        return count(number) + ' ' + (number == 1 ? noun : noun + 's');
    }

    /** {@code 1,230,000}: what is measured or guessed is not said to the last digit. */
    public static String roughly(double number) {
        return count(rounded(number));
    }

    /** {@code 812 B}, {@code 1.23 kB}, {@code 45.6 MB}: decimal units, three digits. */
    public static String bytes(long bytes) {
        long rounded = rounded((double) bytes);
        if (rounded < 1000) {
            return rounded + " B";
        }
        double value = rounded;
        int unit = -1;
        while (value >= 1000 && unit + 1 < BYTE_UNITS.size()) {
            value /= 1000;
            unit++;
        }
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, BYTE_UNITS.get(unit));
    }

    /** {@code 0.31 s}, {@code 75.00 s}: what a clock has measured. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }

    /** {@code 8 s}, {@code 3 min 20 s}, {@code 2 h 5 min}, {@code 3 d 4 h}: what is guessed, at least a second. */
    public static String about(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 600) {
            long rounded = Math.round(seconds / 10.0) * 10;
            return two(rounded / 60, "min", rounded % 60, "s");
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 24 * 60) {
            return two(minutes / 60, "h", minutes % 60, "min");
        }
        long hours = Math.round(minutes / 60.0);
        return two(hours / 24, "d", hours % 24, "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        String text = large + " " + largeUnit;
        return small == 0 ? text : text + ' ' + small + ' ' + smallUnit;
    }

    private static long rounded(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(SIGNIFICANT))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }
}
