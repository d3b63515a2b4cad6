package dev.diorama.subsetter.scan;

import java.util.function.Consumer;

/**
 * The parts of a text that can be told from all other texts: e-mail addresses, numbers of eight digits or more, words of
 * twelve letters or more, and words of eight with digits in them. Short words are in every text, and would be found
 * wherever somebody is called like a thing. Pure; one pass over the text.
 */
final class Words {
    private static final int LONG = 12;
    private static final int LONG_WITH_DIGITS = 8;
    private static final int DIGITS = 8;
    private static final int SHORTEST_EMAIL = 6;

    private Words() {}

    /** Gives every such part of a text that is not the whole text. */
    static void in(String text, Consumer<String> word) {
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isPart(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                token(text, start, i, word);
                start = -1;
            }
        }
        numbers(text, word);
    }

    /** What an address is made of; a word's own point at its end does not belong to it. */
    private static boolean isPart(char character) {
        return Character.isLetterOrDigit(character)
                || character == '@'
                || character == '.'
                || character == '_'
                || character == '-'
                || character == '+';
    }

    private static void token(String text, int from, int to, Consumer<String> word) {
        int start = from;
        int end = to;
        while (start < end && !isCore(text.charAt(start))) {
            start++;
        }
        while (end > start && !isCore(text.charAt(end - 1))) {
            end--;
        }
        int length = end - start;
        if (length < SHORTEST_EMAIL || length == text.length()) {
            return;
        }
        int digits = 0;
        boolean address = false;
        boolean compound = false;
        for (int i = start; i < end; i++) {
            char character = text.charAt(i);
            digits += Character.isDigit(character) ? 1 : 0;
            address |= character == '@';
            compound |= !Character.isLetterOrDigit(character);
        }
        if (address || length >= LONG || (digits > 0 && length >= LONG_WITH_DIGITS)) {
            word.accept(text.substring(start, end));
        }
        if (compound && !address && length > LONG) {
            pieces(text, start, end, word);
        }
    }

    private static boolean isCore(char character) {
        return Character.isLetterOrDigit(character) || character == '+';
    }

    private static void pieces(String text, int from, int to, Consumer<String> word) {
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || !Character.isLetterOrDigit(text.charAt(i))) {
                if (i - start >= LONG) {
                    word.accept(text.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    /** Numbers as people write them: with blanks, brackets and strokes between the digits, and without. */
    private static void numbers(String text, Consumer<String> word) {
        int start = -1;
        int end = 0;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            char character = i < text.length() ? text.charAt(i) : '\n';
            if (character >= '0' && character <= '9') {
                start = start < 0 ? i : start;
                end = i + 1;
                digits++;
            } else if (start < 0 || " ()-/.".indexOf(character) < 0) {
                number(text, start, end, digits, word);
                start = character == '+' || character == '(' ? i : -1;
                digits = 0;
            }
        }
    }

    private static void number(String text, int start, int end, int digits, Consumer<String> word) {
        if (digits >= DIGITS && end - start > digits && end - start < text.length()) {
            word.accept(text.substring(start, end));
        }
    }
}
