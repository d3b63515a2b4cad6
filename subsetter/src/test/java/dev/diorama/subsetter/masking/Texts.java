package dev.diorama.subsetter.masking;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Random values, and maskers of keys that tests know. */
final class Texts {
    static final Maskers MASKERS = new Maskers(key("one"), Locale.ENGLISH);
    static final Maskers OTHERS = new Maskers(key("two"), Locale.ENGLISH);

    private static final String ALPHABET = "abcxyzABCXYZ0189 .-_@/:'%,äßÉłчЖαΩ王伟漢字カひ한아عبאב👍";

    private final Random random;

    Texts(long seed) {
        random = new Random(seed);
    }

    static MaskKey key(String secret) {
        return MaskKey.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    static Masker text(MaskerName name) {
        return MASKERS.masker(new Masking.Named(name), ValueKind.TEXT, 0);
    }

    static Masker json(Map<String, Masking> paths) {
        return MASKERS.masker(new Masking.Json(paths), ValueKind.JSON, 0);
    }

    static String mask(Masker masker, String value) {
        return String.valueOf(masker.mask(value, "", 0));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String digits(int count) {
        return of("0123456789", count);
    }

    String of(String alphabet, int count) {
        int[] characters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    /** Anything, of up to 40 characters. */
    String any() {
        return of(ALPHABET, random.nextInt(40));
    }

    /** A value as a masker expects it. */
    String of(MaskerName name) {
        String letters = "abcdefghijklmnopqrstuvwxyz";
        return switch (name) {
            case EMAIL ->
                of(letters + ".", 1 + below(20)) + "x@" + of(letters, 1 + below(12)) + "." + of(letters, 2 + below(2));
            case FULL_NAME -> name() + " " + name();
            case FIRST_NAME, LAST_NAME, CITY -> name();
            case USER_NAME -> of(letters + "0123456789_", 1 + below(24));
            case PHONE -> "+49 (0) 17" + digits(1) + "/" + digits(4 + below(6));
            case STREET -> digits(1 + below(3)) + " " + name() + " Street";
            case POSTCODE -> of("ABCDEFG", 2) + digits(1) + " " + digits(1) + of("ABCDEFG", 2);
            case COMPANY -> name() + " & " + name() + " Ltd";
            case IP -> below(224) + "." + below(256) + "." + below(256) + "." + below(256);
            case MAC -> "00:1" + of("0123456789abcdef", 1) + ":" + digits(2) + ":c3:d4:" + of("0123456789abcdef", 2);
            case URL -> "https://" + of(letters, 6) + ".com/" + of(letters, 5) + "?id=" + digits(5);
            case UUID -> new UUID(random.nextLong(), random.nextLong()).toString();
            case IBAN -> "DE" + digits(20);
            case CREDIT_CARD -> "4" + digits(15);
            case SSN, TAX_ID -> digits(3) + "-" + digits(2) + "-" + digits(4);
            case SCRAMBLE, REDACT, HASH, NULL, BLANK -> any();
        };
    }

    private String name() {
        return of("ABCDEFG", 1) + of("abcdefghij", 2 + below(10));
    }
}
