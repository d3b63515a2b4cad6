package dev.diorama.subsetter.command;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.report.PhaseName;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Tells of a run in plain lines, one when a phase ends. Safe for use by several threads. */
final class ProgressLines implements SubsetListener {
    private final PrintWriter out;

    ProgressLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void phaseFinished(PhaseName phase, Duration duration) {
        out.printf(Locale.ROOT, "%-12s %7.2f s%n", phase.label(), duration.toMillis() / 1000.0);
        out.flush();
    }

    @Override
    public synchronized void notice(String message) {
        out.println(message);
        out.flush();
    }
}
