package dev.diorama.subsetter.masking;

import java.util.stream.IntStream;

/**
 * Another account in the same country: other letters and digits, and check digits that are right (ISO 13616, ISO 7064 MOD
 * 97-10). What is no IBAN, or has wrong check digits, is scrambled.
 */
final class Iban implements Masker {
    private static final int HEAD = 4;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;

    private final Permutation permutation;
    private final Scramble scramble;

    Iban(Permutation permutation) {
        this.permutation = permutation;
        this.scramble = new Scramble(permutation);
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        Places places = new Places(value);
        int[] letters = IntStream.range(0, places.length())
                .filter(place -> digit(places.character(place)) >= 0)
                .toArray();
        if (!holds(places, letters)) {
            return scramble.mask(value, attempt);
        }
        places.tweak(places.character(letters[0]) << 16 | places.character(letters[1]));
        for (int i = HEAD; i < letters.length; i++) {
            places.replace(letters[i], Alphabet.of(places.character(letters[i])));
        }
        Places masked = new Places(places.masked(permutation, attempt));
        masked.character(letters[2], '0');
        masked.character(letters[3], '0');
        int check = 98 - remainder(masked, letters);
        masked.character(letters[2], '0' + check / 10);
        masked.character(letters[3], '0' + check % 10);
        return masked.masked(permutation, attempt);
    }

    private static boolean holds(Places places, int[] letters) {
        return letters.length >= SHORTEST
                && letters.length <= LONGEST
                && IntStream.range(0, places.length())
                        .map(places::character)
                        .allMatch(character -> digit(character) >= 0 || character == ' ' || character == '-')
                && digit(places.character(letters[0])) > 9
                && digit(places.character(letters[1])) > 9
                && digit(places.character(letters[2])) <= 9
                && digit(places.character(letters[3])) <= 9
                && remainder(places, letters) == 1;
    }

    /** What is left of the number modulo 97, its head read last. */
    private static int remainder(Places places, int[] letters) {
        int remainder = 0;
        for (int i = 0; i < letters.length; i++) {
            int digit = digit(places.character(letters[(i + HEAD) % letters.length]));
            remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % 97;
        }
        return remainder;
    }

    /** 0 to 9, 10 to 35 of letters; −1 of anything else. */
    private static int digit(int character) {
        return character < 128 ? Character.digit(character, 36) : -1;
    }
}
