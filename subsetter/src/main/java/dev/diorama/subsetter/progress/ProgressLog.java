package dev.diorama.subsetter.progress;

import dev.diorama.subsetter.terminal.Style;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lines for a file or for the log of a build: one for each phase, and while rows are chosen or copied one every few
 * seconds, later every half a minute, however many tables there are.
 */
final class ProgressLog extends Progress {
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final PrintWriter out;
    private Duration said = Duration.ZERO;

    ProgressLog(PrintWriter out, LongSupplier nanoTime) {
        super(nanoTime, Style.PLAIN);
        this.out = out;
    }

    @Override
    synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    synchronized void changed() {
        progress().elapsed().ifPresent(elapsed -> {
            if (elapsed.compareTo(said) < 0) {
                said = Duration.ZERO;
            }
            if (elapsed.minus(said).compareTo(elapsed.compareTo(LONG) < 0 ? OFTEN : SELDOM) >= 0) {
                progress().view().ifPresent(view -> print(PhaseLine.underWay(view)));
                said = elapsed;
            }
        });
    }
}
