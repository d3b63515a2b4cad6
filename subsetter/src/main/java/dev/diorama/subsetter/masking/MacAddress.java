package dev.diorama.subsetter.masking;

import java.util.Locale;
import java.util.stream.IntStream;

/** A MAC address, or one of 64 bits, that its owner has chosen ("locally administered", IEEE 802c): no device has it. */
final class MacAddress implements Masker {
    private static final String LOCAL = "26ae";

    private final Permutation permutation;
    private final Scramble scramble;

    MacAddress(Permutation permutation) {
        this.permutation = permutation;
        this.scramble = new Scramble(permutation);
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        Places places = new Places(value.toLowerCase(Locale.ROOT));
        int[] digits = IntStream.range(0, places.length())
                .filter(place -> Hex.DIGITS.has(places.character(place)))
                .toArray();
        if ((digits.length != 12 && digits.length != 16) || value.chars().anyMatch(MacAddress::isForeign)) {
            return scramble.mask(value, attempt);
        }
        int second = Character.digit(places.character(digits[1]), 16);
        places.tweak(second % LOCAL.length());
        places.character(digits[1], LOCAL.charAt(second / LOCAL.length()));
        for (int i = 0; i < digits.length; i++) {
            places.replace(digits[i], i == 1 ? Hex.LOCAL : Hex.DIGITS);
        }
        return Hex.inTheCaseOf(value, places.masked(permutation, attempt));
    }

    private static boolean isForeign(int character) {
        return Character.digit(character, 16) < 0 && ":-. ".indexOf(character) < 0;
    }
}
