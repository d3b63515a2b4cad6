package dev.diorama.subsetter.masking;

import java.util.Locale;
import java.util.stream.IntStream;

/** Another UUID of the same version and variant (RFC 9562). The one of zeros and the one of ones stay. */
final class UuidMask implements Masker {
    private static final int LENGTH = 32;
    private static final int VERSION = 12;
    private static final int VARIANT = 16;

    private final Permutation permutation;
    private final Scramble scramble;

    UuidMask(Permutation permutation) {
        this.permutation = permutation;
        this.scramble = new Scramble(permutation);
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        Places places = new Places(value.toLowerCase(Locale.ROOT));
        int[] digits = IntStream.range(0, places.length())
                .filter(place -> Hex.DIGITS.has(places.character(place)))
                .toArray();
        if (digits.length != LENGTH || value.chars().anyMatch(UuidMask::isForeign)) {
            return scramble.mask(value, attempt);
        }
        if (isNobodys(places, digits)) {
            return value;
        }
        for (int i = 0; i < LENGTH; i++) {
            int character = places.character(digits[i]);
            if (i == VERSION || (i == VARIANT && !Hex.VARIANT.has(character))) {
                places.tweak(character);
            } else {
                places.replace(digits[i], i == VARIANT ? Hex.VARIANT : Hex.DIGITS);
            }
        }
        return Hex.inTheCaseOf(value, places.masked(permutation, attempt));
    }

    private static boolean isNobodys(Places places, int[] digits) {
        int first = places.character(digits[0]);
        for (int digit : digits) {
            if (places.character(digit) != first) {
                return false;
            }
        }
        return first == '0' || first == 'f';
    }

    private static boolean isForeign(int character) {
        return Character.digit(character, 16) < 0 && "-{}".indexOf(character) < 0;
    }
}
