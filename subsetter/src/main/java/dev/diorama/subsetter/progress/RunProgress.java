package dev.diorama.subsetter.progress;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.words.Amounts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Adds up what a listener hears, for whoever looks at it. Thread-safe. */
final class RunProgress implements SubsetListener {
    private final LongSupplier nanoTime;
    private Optional<PhaseName> phase = Optional.empty();
    private long phaseStart;
    private String fact = "";
    private int tables;
    private final Map<TableName, Long> selected = new HashMap<>();
    private Copy copy = new Copy(List.of());

    /** Progress by a clock of nanoseconds. */
    RunProgress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void phaseStarted(PhaseName started) {
        phase = Optional.of(started);
        phaseStart = nanoTime.getAsLong();
        fact = "";
        copy.startedAt(phaseStart);
    }

    @Override
    public synchronized void phaseFinished(PhaseName finished, Duration duration) {
        phase = Optional.empty();
    }

    @Override
    public synchronized void tablesFound(int found) {
        tables = found;
        fact = Amounts.count(found, "table");
    }

    @Override
    public synchronized void rowsFound(long rows) {
        fact = Amounts.count(rows, "row");
    }

    @Override
    public synchronized void tableSelected(TableName table, long rows, long targetRows) {
        selected.put(table, rows);
    }

    @Override
    public synchronized void selected(List<TableToCopy> toCopy) {
        copy = new Copy(toCopy);
        toCopy.forEach(table -> selected.put(table.table(), table.rows()));
    }

    @Override
    public synchronized void rowsCopied(TableName table, long rows, long bytes) {
        copy.add(table, rows, bytes);
    }

    /** How long the phase takes that goes on; nothing between two phases. */
    synchronized Optional<Duration> elapsed() {
        return phase.map(now -> Duration.ofNanos(nanoTime.getAsLong() - phaseStart));
    }

    /** How far that phase is, which takes longer to say. */
    synchronized Optional<ProgressView> view() {
        return phase.map(this::view);
    }

    private ProgressView view(PhaseName now) {
        long nanos = nanoTime.getAsLong();
        Duration elapsed = Duration.ofNanos(nanos - phaseStart);
        return switch (now) {
            case SELECT ->
                new ProgressView.Selecting(
                        elapsed,
                        tables,
                        selected.size(),
                        selected.values().stream().mapToLong(rows -> rows).sum());
            case COPY -> copy.view(nanos);
            case CONNECT, COUNT, SCHEMA_WAIT, CONSTRAINTS, FINISH, VERIFY, DELIVER ->
                new ProgressView.Working(now, elapsed, fact);
        };
    }
}
