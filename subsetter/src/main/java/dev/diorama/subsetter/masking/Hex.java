package dev.diorama.subsetter.masking;

import java.util.Locale;

/** Hexadecimal digits. */
final class Hex {
    static final Alphabet DIGITS = Alphabet.of("0123456789abcdef");
    static final Alphabet DIGITS_ABOVE_ZERO = Alphabet.of("123456789abcdef");
    /** The second digits of MAC addresses that nobody has assigned. */
    static final Alphabet LOCAL = Alphabet.of("26ae");
    /** The first digits of the variant that UUIDs of RFC 9562 have. */
    static final Alphabet VARIANT = Alphabet.of("89ab");

    private Hex() {}

    /** Lower case digits in upper case if the value's are. */
    static String inTheCaseOf(String value, String masked) {
        return value.chars().anyMatch(Character::isUpperCase) ? masked.toUpperCase(Locale.ROOT) : masked;
    }
}
