package dev.diorama.subsetter.masking;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the texts, numbers and truth values at one path; null stays null.
 *
 * @param texts masks texts
 * @param numbers masks numbers
 * @param truth what becomes of a truth value, as JSON; null if it stays
 */
record JsonScalars(Masker texts, Masker numbers, @Nullable String truth) {
    /** They stay. */
    static final JsonScalars STAYING =
            new JsonScalars((value, subject, attempt) -> value, (value, subject, attempt) -> value, null);

    /** Appends a text as JSON. */
    static void append(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (character < ' ' || isAlone(text, i)) {
                        json.append("\\u%04x".formatted((int) character));
                    } else {
                        json.append(character);
                    }
                }
            }
        }
        json.append('"');
    }

    /** Half of a character, without its other half: it has no UTF-8. */
    private static boolean isAlone(String text, int i) {
        char character = text.charAt(i);
        if (Character.isHighSurrogate(character)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(character) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
