package dev.diorama.provisioner.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private static final String ERASE_LINE = "\r\033[K";

    private final PrintWriter out;
    private final Ansi ansi;
    private final boolean live;
    private final Map<String, Long> running = new LinkedHashMap<>();
    private String painted = "";
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    private Progress(PrintWriter out, Ansi ansi, boolean live) {
        this.out = out;
        this.ansi = ansi;
        this.live = live;
        if (live) {
            var unused = painter.scheduleWithFixedDelay(
                    this::repaint, REPAINT.toMillis(), REPAINT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Progress on standard output. */
    @SuppressWarnings("SystemConsoleNull") // of the console that is asked for, it is still true
    public static Progress to(PrintWriter out) {
        // Only this console tells the truth about being a terminal on every JDK from 21 on.
        System.setProperty("jdk.console", "java.base");
        return new Progress(out, Ansi.AUTO, System.console() != null);
    }

    /** Progress as lines without colours, for whoever reads them later. */
    static Progress lines(PrintWriter out) {
        return new Progress(out, Ansi.OFF, false);
    }

    /** A step begins. */
    public synchronized void begun(String name) {
        running.put(name, System.nanoTime());
        if (!live) {
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
        if (live) {
            out.print(ERASE_LINE);
        }
        out.println(text);
        out.flush();
    }

    private synchronized void repaint() {
        var line = running.entrySet().stream()
                .map(step -> "%s %s"
                        .formatted(
                                step.getKey(), StepLine.seconds(Duration.ofNanos(System.nanoTime() - step.getValue()))))
                .collect(Collectors.joining(", "));
        if (live && !(line.isEmpty() && painted.isEmpty())) {
            out.print(ERASE_LINE + (line.isEmpty() ? "" : "  " + line));
            out.flush();
        }
        painted = line;
    }

    /** Ends the line that lives. */
    @Override
    public void close() {
        painter.shutdownNow();
        abandonAll();
    }
}
