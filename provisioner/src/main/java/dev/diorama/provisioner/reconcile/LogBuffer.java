package dev.diorama.provisioner.reconcile;

import dev.diorama.provisioner.environment.StepLog;
import java.util.ArrayDeque;

/** Keeps the last lines of a step's log: enough for people, and bounded whatever a build prints. Thread-safe. */
final class LogBuffer implements StepLog {
    private static final int LINES = 2_000;
    private static final int LINE_LENGTH = 2_000;

    private final ArrayDeque<String> lines = new ArrayDeque<>();

    @Override
    public synchronized void line(String line) {
        lines.add(line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + " …" : line);
        if (lines.size() > LINES) {
            lines.remove();
        }
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
