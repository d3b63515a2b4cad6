package dev.diorama.subsetter.masking;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A number in a range that the card's network keeps for tests, with the right check digit (Luhn, ISO/IEC 7812-1). What is
 * no card's number gets other digits.
 */
final class CreditCard implements Masker {
    private static final Pattern SHAPE = Pattern.compile("\\d(?:[ -]?\\d){11,18}");
    private static final int PREFIX = 6;
    /** By what the number begins with. */
    private static final Map<String, String> TEST_RANGES = Map.ofEntries(
            Map.entry("30", "305693"),
            Map.entry("34", "343434"),
            Map.entry("35", "353011"),
            Map.entry("36", "362272"),
            Map.entry("37", "378282"),
            Map.entry("38", "385200"),
            Map.entry("4", "424242"),
            Map.entry("5", "555555"),
            Map.entry("60", "601111"),
            Map.entry("62", "620000"),
            Map.entry("2", "222300"));

    private final Draws draws;
    private final Masker other;

    /** @param other masks what is no card's number */
    CreditCard(Draws draws, Masker other) {
        this.draws = draws;
        this.other = other;
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        String number = value.replaceAll("[ -]", "");
        if (!SHAPE.matcher(value).matches() || sum(number) % 10 != 0) {
            return String.valueOf(other.mask(value, subject, attempt));
        }
        String masked = number;
        for (int i = 0; masked.equals(number); i++) {
            masked = masked(number, draws.of(number, attempt + (i << 24)));
        }
        StringBuilder spaced = new StringBuilder(value);
        int digit = 0;
        for (int i = 0; i < spaced.length(); i++) {
            if (Character.isDigit(spaced.charAt(i))) {
                spaced.setCharAt(i, masked.charAt(digit++));
            }
        }
        return spaced.toString();
    }

    private static String masked(String number, Draw draw) {
        StringBuilder masked = new StringBuilder(prefix(number));
        while (masked.length() < number.length() - 1) {
            masked.append(draw.below(10));
        }
        return masked.append((10 - sum(masked + "0") % 10) % 10).toString();
    }

    private static String prefix(String number) {
        String two = number.substring(0, 2);
        String one = number.substring(0, 1);
        String range = TEST_RANGES.getOrDefault(two, TEST_RANGES.getOrDefault(one, one + "00000"));
        return range.substring(0, PREFIX);
    }

    private static int sum(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = Character.digit(number.charAt(number.length() - 1 - i), 10);
            sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return sum;
    }
}
