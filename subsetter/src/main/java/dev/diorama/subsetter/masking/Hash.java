package dev.diorama.subsetter.masking;

import java.util.HexFormat;

/** HMAC-SHA-256 of a value in hexadecimal digits. */
final class Hash implements Masker {
    private static final int DIGITS = 32;

    private final Draws draws;
    private final int length;

    /** @param maxLength how many characters there may be; 0 for any number */
    Hash(Draws draws, int maxLength) {
        this.draws = draws;
        this.length = maxLength == 0 ? DIGITS : Math.min(maxLength, DIGITS);
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        return value.isEmpty()
                ? value
                : HexFormat.of().formatHex(draws.bytes(value, attempt)).substring(0, length);
    }
}
