package dev.diorama.subsetter.terminal;

import java.io.PrintWriter;
import java.util.List;

/**
 * The last lines on a terminal, which are written over each time that they change, while other lines go above them for
 * good. What it writes at once leaves the terminal as it should be: the cursor can be seen and long lines wrap, however
 * the process ends after that. Thread-safe.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">control sequences</a>
 */
public final class LiveLines implements AutoCloseable {
    private static final String HIDE_CURSOR = "\033[?25l";
    private static final String CLIP_LINES = "\033[?7l";
    /** The cursor waits at the start of a line, where the "^C" that a terminal shows breaks no line into two. */
    private static final String END = "\r\033[?7h\033[?25h";

    private static final String TO_LINE_START = "\r";
    private static final String ERASE_REST_OF_LINE = "\033[K";
    private static final String ERASE_BELOW = "\033[J";

    private final PrintWriter out;
    private List<String> shown = List.of();
    private boolean closed;

    /** Lines at the end of what is written there. */
    public LiveLines(PrintWriter out) {
        this.out = out;
    }

    /** Shows other lines instead of those that are shown now; none any more once it is closed. */
    public synchronized void show(List<String> lines) {
        if (closed || lines.equals(shown)) {
            return;
        }
        write(HIDE_CURSOR + toFirstLine() + frame(lines) + END);
        shown = List.copyOf(lines);
    }

    /** Writes lines for good, above those that live. */
    public synchronized void print(String text) {
        write(HIDE_CURSOR + toFirstLine() + ERASE_BELOW + text + System.lineSeparator() + frame(shown) + END);
    }

    /** Removes the lines that live; what comes then begins where they began. */
    @Override
    public synchronized void close() {
        show(List.of());
        closed = true;
    }

    private String toFirstLine() {
        int up = shown.size() - 1;
        return up > 0 ? TO_LINE_START + "\033[" + up + 'A' : TO_LINE_START;
    }

    /** Erases what was longer before, line by line, so that nothing flickers. */
    private static String frame(List<String> lines) {
        return CLIP_LINES + String.join(ERASE_REST_OF_LINE + "\r\n", lines) + ERASE_BELOW;
    }

    private void write(String text) {
        out.print(text);
        out.flush();
    }
}
