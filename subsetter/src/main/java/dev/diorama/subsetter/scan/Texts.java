package dev.diorama.subsetter.scan;

import java.util.function.Consumer;

/** The texts in a JSON document or in an array as PostgreSQL writes them, found without building the document. Pure. */
final class Texts {
    private Texts() {}

    /** Gives every text and every bare word; what has no end is given as far as it goes. */
    static void in(String document, Consumer<String> text) {
        int start = -1;
        for (int i = 0; i < document.length(); i++) {
            char character = document.charAt(i);
            if (character == '"') {
                i = quoted(document, i + 1, text);
                start = -1;
            } else if ("{}[],:".indexOf(character) >= 0) {
                bare(document, start, i, text);
                start = -1;
            } else if (start < 0 && character != ' ') {
                start = i;
            }
        }
        bare(document, start, document.length(), text);
    }

    private static void bare(String document, int start, int end, Consumer<String> text) {
        if (start >= 0) {
            text.accept(document.substring(start, end));
        }
    }

    private static int quoted(String document, int start, Consumer<String> text) {
        int end = start;
        boolean escaped = false;
        while (end < document.length() && document.charAt(end) != '"') {
            escaped |= document.charAt(end) == '\\';
            end += document.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, document.length());
        String found = document.substring(start, end);
        text.accept(escaped ? unescaped(found) : found);
        return end;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character != '\\' || i + 1 == text.length()) {
                plain.append(character);
                continue;
            }
            char next = text.charAt(++i);
            if (next == 'u'
                    && i + 4 < text.length()
                    && text.substring(i + 1, i + 5).matches("[0-9a-fA-F]{4}")) {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                plain.append(
                        switch (next) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            default -> next;
                        });
            }
        }
        return plain.toString();
    }
}
