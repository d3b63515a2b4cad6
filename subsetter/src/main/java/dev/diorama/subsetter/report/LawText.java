package dev.diorama.subsetter.report;

import dev.diorama.subsetter.sizing.SizeLaw;
import java.math.BigDecimal;

/** Says a law as {@code diorama.yml} does. Pure. */
public final class LawText {
    private LawText() {}

    /** {@code logarithmic}, {@code power: 0.5}, … */
    public static String of(SizeLaw law) {
        return switch (law) {
            case SizeLaw.Logarithmic logarithmic -> "logarithmic";
            case SizeLaw.Power power -> "power: " + plain(power.exponent());
            case SizeLaw.Percent percent -> "percent: " + plain(percent.percent());
            case SizeLaw.Rows rows -> "rows: " + rows.rows();
            case SizeLaw.All all -> "all";
            case SizeLaw.None none -> "none";
        };
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
