package dev.diorama.subsetter.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks the elements of an array in PostgreSQL's text form, one by one; nulls, dimensions and bounds stay. See
 * <a href="https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO">Array Input and Output Syntax</a>.
 */
final class ArrayElements implements Masker {
    private static final Pattern BOUNDS = Pattern.compile("(?:\\[[^\\]]*\\])+=");

    private final Masker element;
    private final char delimiter;

    ArrayElements(Masker element, char delimiter) {
        this.element = element;
        this.delimiter = delimiter;
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        StringBuilder masked = new StringBuilder(value.length());
        Matcher bounds = BOUNDS.matcher(value);
        int place = bounds.lookingAt() ? bounds.end() : 0;
        masked.append(value, 0, place);
        while (place < value.length()) {
            char character = value.charAt(place);
            if (character == '{' || character == '}' || character == delimiter) {
                masked.append(character);
                place++;
            } else if (character == '"') {
                StringBuilder text = new StringBuilder();
                place = quoted(value, place + 1, text);
                append(masked, element.mask(text.toString(), subject, attempt));
            } else {
                int end = bare(value, place);
                String text = value.substring(place, end);
                append(masked, text.equalsIgnoreCase("NULL") ? null : element.mask(text, subject, attempt));
                place = end;
            }
        }
        return masked.toString();
    }

    /** Reads up to the closing quote. @return where it goes on behind that */
    private static int quoted(String value, int start, StringBuilder text) {
        int place = start;
        while (place < value.length() && value.charAt(place) != '"') {
            if (value.charAt(place) == '\\' && place + 1 < value.length()) {
                place++;
            }
            text.append(value.charAt(place++));
        }
        return place + 1;
    }

    private int bare(String value, int start) {
        int end = start;
        while (end < value.length() && value.charAt(end) != delimiter && value.charAt(end) != '}') {
            end++;
        }
        return end;
    }

    private void append(StringBuilder masked, @Nullable String text) {
        if (text == null) {
            masked.append("NULL");
        } else if (needsQuotes(text)) {
            masked.append('"')
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        } else {
            masked.append(text);
        }
    }

    /** As array_out decides it. */
    private boolean needsQuotes(String text) {
        return text.isEmpty()
                || text.equalsIgnoreCase("NULL")
                || text.chars()
                        .anyMatch(
                                character -> character == delimiter || "{}\"\\ \t\n\r\u000b\f".indexOf(character) >= 0);
    }
}
