package dev.diorama.subsetter.progress;

import dev.diorama.subsetter.terminal.LiveLines;
import dev.diorama.subsetter.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Below the phases that have ended what goes on now, painted anew ten times a second. */
final class LiveProgress extends Progress {
    private static final Duration REPAINT = Duration.ofMillis(100);
    private static final Duration REMEASURE = Duration.ofSeconds(2);

    private final Terminal terminal;
    private final LiveLines lines;
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("diorama-progress").factory());
    private volatile ProgressRenderer renderer;

    LiveProgress(Terminal terminal, PrintWriter out, LongSupplier nanoTime) {
        super(nanoTime, terminal.style());
        this.terminal = terminal;
        this.lines = new LiveLines(out);
        this.renderer = new ProgressRenderer(terminal.style(), terminal.size());
    }

    /** Progress that paints itself. */
    static LiveProgress on(Terminal terminal, PrintWriter out) {
        LiveProgress live = new LiveProgress(terminal, out, System::nanoTime);
        live.every(REPAINT, live::paint);
        live.every(REMEASURE, live::measure);
        return live;
    }

    @Override
    void print(String line) {
        lines.print(line);
    }

    @Override
    void changed() {
        // The painter looks by itself.
    }

    @Override
    public void close() {
        painter.shutdownNow();
        super.close();
        lines.close();
    }

    /** Shows how far it is now. */
    void paint() {
        lines.show(progress().view().map(renderer::lines).orElse(List.of()));
    }

    private void measure() {
        renderer = new ProgressRenderer(terminal.style(), terminal.sizeNow());
    }

    private void every(Duration period, Runnable work) {
        var unused = painter.scheduleWithFixedDelay(work, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }
}
