package dev.diorama.subsetter.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another number with as many digits, the same sign, and as many decimals, that its type holds. Numbers that differ get
 * masks that differ, but for those with the largest and smallest exponents. Not a number and infinity stay.
 */
final class NumberScramble implements Masker {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,18}");
    private static final Pattern EXPONENT = Pattern.compile("[eE]([+-]?\\d+)$");

    private final Permutation permutation;

    NumberScramble(Permutation permutation) {
        this.permutation = permutation;
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        if (WHOLE.matcher(value).matches()) {
            try {
                return whole(Long.parseLong(value), attempt);
            } catch (NumberFormatException e) {
                return digits(value, attempt); // beyond 64 bits
            }
        }
        return digits(value, attempt);
    }

    private String whole(long number, int attempt) {
        Range range = Range.around(number);
        long masked = range.low()
                + permutation.mask(
                        Range.magnitude(number) - range.low(),
                        range.size(),
                        number < 0 ? -range.low() : range.low(),
                        attempt);
        return Long.toString(number < 0 ? -masked : masked);
    }

    private String digits(String value, int attempt) {
        Matcher exponent = EXPONENT.matcher(value);
        int end = exponent.find() ? exponent.start() : value.length();
        Places places = new Places(value.substring(0, end));
        Alphabet next = Alphabet.DIGITS_ABOVE_ZERO;
        for (int place = 0; place < places.length(); place++) {
            int character = places.character(place);
            if (character == '.' || character == ',') {
                next = Alphabet.DIGITS;
            } else if (Alphabet.DIGITS.has(character)) {
                places.replace(place, next);
                next = character == '0' ? next : Alphabet.DIGITS;
            }
        }
        return places.masked(permutation, attempt) + exponent(value, end);
    }

    /** The exponent, one nearer to zero where not every number with it fits into a real or a double precision. */
    private static String exponent(String value, int start) {
        String exponent = value.substring(start);
        return switch (exponent) {
            case "e+38" -> "e+37";
            case "e+308" -> "e+307";
            case "e-45" -> "e-44";
            case "e-324" -> "e-323";
            default -> exponent;
        };
    }
}
