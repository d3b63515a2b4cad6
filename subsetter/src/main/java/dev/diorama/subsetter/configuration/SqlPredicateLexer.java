package dev.diorama.subsetter.configuration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a text as PostgreSQL's lexer would, as far as it takes to know that the text is one expression: that it leaves
 * no parenthesis and no quote open, closes none that it did not open, and neither ends a statement nor hides the rest of
 * it in a comment. For one text, once.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">lexical structure</a>
 */
final class SqlPredicateLexer {
    /** A bracket that is open, and where. */
    private record Open(char bracket, int at) {}

    /** Ends the reading; it never leaves this class. */
    private static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /** What PostgreSQL takes for space; to it the other spaces of Unicode are letters. */
    private static final String SPACE = " \t\n\r\f\u000b";

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    SqlPredicateLexer(String text) {
        this.text = text;
    }

    /** Why the text is not one expression; nothing where it is. */
    Optional<String> problem() {
        try {
            read();
            return Optional.empty();
        } catch (Refused e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private void read() {
        skipSpace();
        if (at == text.length()) {
            throw new Refused("it is empty");
        }
        if (text.strip().toUpperCase(Locale.ROOT).matches("(?s)WHERE\\b.*")) {
            throw new Refused("leave out the word WHERE");
        }
        while (at < text.length()) {
            token();
        }
        if (!open.isEmpty()) {
            throw new Refused(unclosed(open.getLast().bracket(), open.getLast().at()));
        }
    }

    private void token() {
        char character = text.charAt(at);
        if (startsIdentifier(character)) {
            identifier();
        } else if (text.startsWith("--", at) || text.startsWith("/*", at)) {
            throw new Refused("a comment begins at character %d".formatted(at + 1));
        } else {
            switch (character) {
                case '\'' -> quoted('\'');
                case '"' -> quoted('"');
                case '$' -> dollar();
                case '(', '[' -> open.addLast(new Open(character, at++));
                case ')' -> close('(');
                case ']' -> close('[');
                case ';' -> throw new Refused("a semicolon stands at character %d".formatted(at + 1));
                case ',' -> comma();
                case '\0' -> throw new Refused("no text of PostgreSQL holds character 0");
                default -> at++;
            }
        }
    }

    /** An identifier or a keyword, or the letter of an escape string. */
    private void identifier() {
        int start = at;
        while (at < text.length() && continuesIdentifier(text.charAt(at))) {
            at++;
        }
        if (at == start + 1 && (text.charAt(start) | 0x20) == 'e' && at < text.length() && text.charAt(at) == '\'') {
            escapeString();
        }
    }

    /** What stands between two quotes, where a double one stands for itself. */
    private void quoted(char quote) {
        int start = at;
        do {
            int end = text.indexOf(quote, at + 1);
            if (end < 0) {
                throw new Refused(unclosed(quote, start));
            }
            at = end + 1;
        } while (at < text.length() && text.charAt(at) == quote);
    }

    /** A string with backslashes. */
    private void escapeString() {
        int start = at;
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new Refused(unclosed('\'', start));
        }
        at++;
        skipSpace();
        if (at < text.length() && text.charAt(at) == '\'') {
            // To PostgreSQL backslashes still count in what follows, to its JDBC driver they do not.
            throw new Refused("the E'' string at character %d goes on at character %d; write \\' for a quote in it"
                    .formatted(start, at + 1));
        }
    }

    /** A string between dollars, or a parameter. */
    private void dollar() {
        int start = at++;
        if (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
            throw new Refused("a parameter stands at character %d".formatted(start + 1));
        }
        while (at < text.length() && text.charAt(at) != '$' && continuesIdentifier(text.charAt(at))) {
            at++;
        }
        if (at == text.length() || text.charAt(at) != '$') {
            return;
        }
        String tag = text.substring(start, ++at);
        int end = text.indexOf(tag, at);
        if (end < 0) {
            throw new Refused("the quote %s at character %d never ends".formatted(tag, start + 1));
        }
        at = end + tag.length();
    }

    private void close(char bracket) {
        Open last = open.pollLast();
        if (last == null || last.bracket() != bracket) {
            throw new Refused("%s at character %d closes nothing".formatted(text.charAt(at), at + 1));
        }
        at++;
    }

    private void comma() {
        if (open.isEmpty()) {
            throw new Refused("a comma stands at character %d; join conditions with AND or OR".formatted(at + 1));
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && SPACE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static String unclosed(char opening, int position) {
        return "%s at character %d is never closed".formatted(opening, position + 1);
    }

    private static boolean startsIdentifier(char character) {
        return Character.isLetter(character) || character == '_' || character >= 0x80;
    }

    private static boolean continuesIdentifier(char character) {
        return startsIdentifier(character) || character == '$' || (character >= '0' && character <= '9');
    }
}
