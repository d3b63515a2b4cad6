package dev.diorama.provisioner.terminal;

import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** One line on one step; all of them in columns. Pure. */
final class StepLine {
    private StepLine() {}

    static String begun(String name, Ansi ansi) {
        return line(name, ansi.string("@|faint %s|@".formatted("begun ")), "", "");
    }

    static String done(String name, Duration duration, String detail, Ansi ansi) {
        return line(name, ansi.string("@|green done  |@"), seconds(duration), detail);
    }

    static String failed(String name, Duration duration, String detail, Ansi ansi) {
        return line(name, ansi.string("@|bold,red failed|@"), seconds(duration), detail);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String line(String name, String state, String time, String detail) {
        return "  %-12s %s %8s  %s".formatted(name, state, time, detail).stripTrailing();
    }
}
