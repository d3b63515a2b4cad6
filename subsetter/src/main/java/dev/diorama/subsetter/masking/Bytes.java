package dev.diorama.subsetter.masking;

import java.util.function.UnaryOperator;

/** Masks bytes as PostgreSQL writes them, {@code \x} and hexadecimal digits. */
final class Bytes {
    private static final String PREFIX = "\\x";

    private Bytes() {}

    /** Other bytes, as many. */
    static Masker scramble(Permutation permutation) {
        return (value, subject, attempt) -> {
            Places places = new Places(value);
            for (int place = PREFIX.length(); place < places.length(); place++) {
                places.replace(place, Hex.DIGITS);
            }
            return places.masked(permutation, attempt);
        };
    }

    /** As many zeros. */
    static Masker redaction() {
        return of(digits -> "0".repeat(digits.length()));
    }

    /** The bytes of a hash; none of none. */
    static Masker hash(Hash hash) {
        return (value, subject, attempt) ->
                value.length() <= PREFIX.length() ? value : PREFIX + hash.mask(value, subject, attempt);
    }

    private static Masker of(UnaryOperator<String> digits) {
        return (value, subject, attempt) ->
                value.startsWith(PREFIX) ? PREFIX + digits.apply(value.substring(PREFIX.length())) : PREFIX;
    }
}
