package dev.diorama.subsetter.masking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same date some days earlier or later, and the same time of the day, of dates and times as PostgreSQL writes them in
 * the ISO style, and of days written as 31.12.1999. All of one subject's dates move alike. Infinity stays.
 */
final class DateShift implements Masker {
    private static final Pattern DATE = Pattern.compile("(\\d{4,7})-(\\d\\d)-(\\d\\d)([T ].*?)??( BC)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");
    /** As it is written in much of Europe. With slashes nobody knows whether the day or the month comes first. */
    private static final Pattern DOTTED = Pattern.compile("(\\d\\d)\\.(\\d\\d)\\.(\\d{4})");

    private static final Pattern NEVER = Pattern.compile("(?!)");
    /** What PostgreSQL's types hold in any case. */
    private static final int FIRST_YEAR = -4_712;

    private static final int LAST_YEAR = 294_276;
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9_999;

    private final Draws draws;
    private final int most;
    private final Masker unreadable;
    private final Pattern written;

    /**
     * Of texts.
     *
     * @param most by how many days at most, in both directions; at least 1
     * @param unreadable masks what is no date
     */
    DateShift(Draws draws, int most, Masker unreadable) {
        this(draws, most, unreadable, DOTTED);
    }

    private DateShift(Draws draws, int most, Masker unreadable, Pattern written) {
        this.written = written;
        this.draws = draws;
        this.most = most;
        this.unreadable = unreadable;
    }

    /** Of columns that hold nothing but dates or times: what cannot be read becomes a day that says nothing. */
    static DateShift ofDates(Draws draws, int most) {
        return new DateShift(
                draws, most, (value, subject, attempt) -> value.endsWith("infinity") ? value : "2000-01-01", NEVER);
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        Draw draw = draws.of(subject, attempt);
        int distance = 1 + draw.below(most);
        int shift = draw.below(2) == 0 ? distance : -distance;
        try {
            Matcher date = DATE.matcher(value);
            if (date.matches()) {
                return shifted(date, shift);
            }
            Matcher compact = COMPACT.matcher(value);
            if (compact.matches()) {
                return shifted(compact, shift).replace("-", "");
            }
            Matcher dotted = written.matcher(value);
            if (dotted.matches()) {
                return dotted(dotted, shift);
            }
        } catch (DateTimeException e) {
            return masked(value, subject, attempt); // a day that does not exist
        }
        return masked(value, subject, attempt);
    }

    private static String dotted(Matcher parts, int days) {
        LocalDate day = LocalDate.of(
                Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)));
        LocalDate shifted = day.plusDays(days);
        if (shifted.getYear() < 0 || shifted.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
            shifted = day.minusDays(days);
        }
        return String.format(
                Locale.ROOT, "%02d.%02d.%04d", shifted.getDayOfMonth(), shifted.getMonthValue(), shifted.getYear());
    }

    private String masked(String value, String subject, int attempt) {
        return String.valueOf(unreadable.mask(value, subject, attempt));
    }

    private static String shifted(Matcher parts, int days) {
        boolean withTime = parts.groupCount() > 3;
        boolean beforeChrist = withTime && parts.group(5) != null;
        int year = Integer.parseInt(parts.group(1));
        LocalDate day = LocalDate.of(
                beforeChrist ? 1 - year : year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        LocalDate shifted = day.plusDays(days);
        if (shifted.getYear() < FIRST_YEAR
                || shifted.getYear() > LAST_YEAR
                || text(shifted, "").length() > text(day, "").length()) {
            shifted = day.minusDays(days);
        }
        String time = withTime ? parts.group(4) : null;
        return text(shifted, time == null ? "" : time);
    }

    private static String text(LocalDate day, String time) {
        int year = day.getYear();
        return String.format(
                        Locale.ROOT,
                        "%04d-%02d-%02d",
                        year < 1 ? 1 - year : year,
                        day.getMonthValue(),
                        day.getDayOfMonth())
                + time
                + (year < 1 ? " BC" : "");
    }
}
