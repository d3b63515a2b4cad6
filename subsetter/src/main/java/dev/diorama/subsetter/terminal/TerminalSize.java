package dev.diorama.subsetter.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a terminal is.
 *
 * @param columns how many characters fit into a line
 * @param rows how many lines it shows
 */
public record TerminalSize(int columns, int rows) {
    private static final TerminalSize USUAL = new TerminalSize(80, 24);
    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("(\\d+) (\\d+)\\s*");
    private static final long PATIENCE_SECONDS = 1;

    /**
     * The size of the terminal that standard output leads to; nothing if it leads elsewhere. Java tells neither, so the
     * shell is asked.
     */
    static Optional<TerminalSize> ofStandardOutput() {
        // stty looks at its input and writes to its output, so that goes where this process can read it.
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", "[ -t 1 ] || exit 1; stty size <&1 >&2 || :")
                .redirectOutput(Redirect.INHERIT);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String answer = new String(process.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII);
            return process.exitValue() == 0 ? Optional.of(parse(answer)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Some terminals do not know how large they are, and say that they have no columns; some systems have no stty. */
    static TerminalSize parse(String sizes) {
        Matcher matcher = ROWS_AND_COLUMNS.matcher(sizes);
        if (!matcher.matches()) {
            return USUAL;
        }
        int rows = Integer.parseInt(matcher.group(1));
        int columns = Integer.parseInt(matcher.group(2));
        return rows > 0 && columns > 0 ? new TerminalSize(columns, rows) : USUAL;
    }
}
