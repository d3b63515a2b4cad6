package dev.diorama.provisioner.terminal;

import dev.diorama.subsetter.terminal.LiveLines;
import dev.diorama.subsetter.terminal.Style;
import dev.diorama.subsetter.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows steps while they are taken: a line for each that ended and, below them on a terminal, one line that lives and
 * tells what is under way and for how long. Without a terminal each begin has a line of its own. Thread-safe.
 */
public final class Progress implements AutoCloseable {
    private static final Duration REPAINT = Duration.ofMillis(100);

    private final PrintWriter out;
    private final Ansi ansi;
    private final Optional<LiveLines> live;
    private final Map<String, Long> running = new LinkedHashMap<>();
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    private Progress(PrintWriter out, Ansi ansi, Optional<LiveLines> live) {
        this.out = out;
        this.ansi = ansi;
        this.live = live;
        if (live.isPresent()) {
            var unused = painter.scheduleWithFixedDelay(
                    this::repaint, REPAINT.toMillis(), REPAINT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Progress on standard output. */
    public static Progress to(PrintWriter out) {
        var terminal = Terminal.ofStandardOutput();
        var coloured = terminal.filter(found -> found.style() == Style.COLOURED).isPresent();
        return new Progress(out, coloured ? Ansi.ON : Ansi.OFF, terminal.map(found -> new LiveLines(out)));
    }

    /** Progress as lines without colours, for whoever reads them later. */
    static Progress lines(PrintWriter out) {
        return new Progress(out, Ansi.OFF, Optional.empty());
    }

    /** A step begins. */
    public synchronized void begun(String name) {
        running.put(name, System.nanoTime());
        if (live.isEmpty()) {
            print(StepLine.begun(name, ansi));
        }
    }

    /** A step ended well. */
    public synchronized void done(String name, Duration duration, String detail) {
        running.remove(name);
        print(StepLine.done(name, duration, detail, ansi));
    }

    /** A step ended well, after the time since it began here. */
    public synchronized void done(String name, String detail) {
        long began = running.getOrDefault(name, System.nanoTime());
        done(name, Duration.ofNanos(System.nanoTime() - began), detail);
    }

    /** A step failed. */
    public synchronized void failed(String name, Duration duration, String detail) {
        running.remove(name);
        print(StepLine.failed(name, duration, detail, ansi));
    }

    /** Forgets what is under way, because it was given up. */
    public synchronized void abandonAll() {
        running.clear();
        repaint();
    }

    /** Whole lines between the steps. */
    public synchronized void print(String text) {
        live.ifPresentOrElse(lines -> lines.print(text), () -> {
            out.println(text);
            out.flush();
        });
    }

    private synchronized void repaint() {
        var line = running.entrySet().stream()
                .map(step -> "%s %s"
                        .formatted(
                                step.getKey(), StepLine.seconds(Duration.ofNanos(System.nanoTime() - step.getValue()))))
                .collect(Collectors.joining(", "));
        live.ifPresent(lines -> lines.show(line.isEmpty() ? List.of() : List.of("  " + line)));
    }

    /** Ends the line that lives. */
    @Override
    public void close() {
        painter.shutdownNow();
        abandonAll();
        live.ifPresent(LiveLines::close);
    }
}
