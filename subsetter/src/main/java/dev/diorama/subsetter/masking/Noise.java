package dev.diorama.subsetter.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A number that is a little larger or smaller: with the same sign, as many digits and decimals, at least one unit of the last
 * digit off, and otherwise off by no more than a share of itself. Zero, not a number and infinity stay. What is no number is
 * scrambled.
 */
final class Noise implements Masker {
    private static final Pattern WHOLE = Pattern.compile("-?[1-9]\\d{0,18}");
    /** Any signs and separators; letters only before an exponent. */
    private static final Pattern NUMBER = Pattern.compile("([^\\p{L}]*\\d[^\\p{L}]*)(?:[eE][+-]?\\d+)?");

    private static final Pattern NO_NUMBER = Pattern.compile("(?i)nan|-?infinity");
    private static final int DIGITS = 18;

    private final Draws draws;
    private final Scramble scramble;
    private final double share;

    /** @param share by what part of itself at most, above 0, at most 1 */
    Noise(Draws draws, Scramble scramble, double share) {
        this.draws = draws;
        this.scramble = scramble;
        this.share = share;
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        if (WHOLE.matcher(value).matches()) {
            try {
                long number = Long.parseLong(value);
                long masked = off(Range.magnitude(number), Range.around(number), draws.of(value, attempt));
                return Long.toString(number < 0 ? -masked : masked);
            } catch (NumberFormatException e) {
                return digits(value, value.length(), draws.of(value, attempt)); // beyond 64 bits
            }
        }
        Matcher number = NUMBER.matcher(value);
        if (number.matches()) {
            return digits(value, number.end(1), draws.of(value, attempt));
        }
        return NO_NUMBER.matcher(value).matches() ? value : scramble.mask(value, attempt);
    }

    /** Changes the first digits from the first that is no zero on, and draws what is beyond them. */
    private String digits(String value, int end, Draw draw) {
        int[] places = IntStream.range(0, end)
                .filter(place -> Character.digit(value.charAt(place), 10) >= 0)
                .dropWhile(place -> value.charAt(place) == '0')
                .toArray();
        if (places.length == 0) {
            return value;
        }
        int count = Math.min(places.length, DIGITS);
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = 10 * number + Character.digit(value.charAt(places[i]), 10);
        }
        String digits = Long.toString(off(number, Range.ofDigits(count), draw));
        StringBuilder masked = new StringBuilder(value);
        for (int i = 0; i < places.length; i++) {
            masked.setCharAt(places[i], i < count ? digits.charAt(i) : (char) ('0' + draw.below(10)));
        }
        return masked.toString();
    }

    private long off(long number, Range range, Draw draw) {
        long low = Math.max(range.low(), 1);
        double chance = draw.around();
        long distance = Math.max(1, (long) Math.abs(number * share * chance));
        long down = number - low;
        long up = range.high() - number;
        long nearer = Math.min(distance, Math.max(down, up));
        if (chance < 0) {
            return nearer <= down ? number - nearer : number + nearer;
        }
        return nearer <= up ? number + nearer : number - nearer;
    }
}
