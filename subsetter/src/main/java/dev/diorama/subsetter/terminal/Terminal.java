package dev.diorama.subsetter.terminal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A terminal whose lines can be written over. There is none where standard output leads elsewhere, where {@code TERM}
 * says that it is a dumb one, and where {@code CI} says that nobody watches.
 *
 * @param style whether words may have colours
 * @param size how large it was when it was looked at
 */
public record Terminal(Style style, TerminalSize size) {
    /** The one that standard output leads to, if it does. */
    public static Optional<Terminal> ofStandardOutput() {
        return of(System.getenv(), TerminalSize::ofStandardOutput);
    }

    /** How large it is now; people move the edges of windows. */
    public TerminalSize sizeNow() {
        return TerminalSize.ofStandardOutput().orElse(size);
    }

    static Optional<Terminal> of(Map<String, String> environment, Supplier<Optional<TerminalSize>> size) {
        String term = environment.getOrDefault("TERM", "");
        if (term.isEmpty() || term.equals("dumb") || isSet(environment, "CI")) {
            return Optional.empty();
        }
        // https://no-color.org: any value that is not empty.
        Style style = environment.getOrDefault("NO_COLOR", "").isEmpty() ? Style.COLOURED : Style.PLAIN;
        return size.get().map(known -> new Terminal(style, known));
    }

    private static boolean isSet(Map<String, String> environment, String variable) {
        String value = environment.getOrDefault(variable, "");
        return !value.isEmpty() && !value.equals("false") && !value.equals("0");
    }
}
