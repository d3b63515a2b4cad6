package dev.diorama.subsetter.progress;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.terminal.Style;
import dev.diorama.subsetter.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Shows how a run goes until it is closed, whether the run ends well or not: a line for each phase that has ended, and
 * what goes on now in one way or another. Safe for use by several threads.
 */
public abstract sealed class Progress implements SubsetListener, AutoCloseable permits LiveProgress, ProgressLog {
    private final RunProgress progress;
    private final Style style;

    /** Progress by a clock of nanoseconds. */
    Progress(LongSupplier nanoTime, Style style) {
        this.progress = new RunProgress(nanoTime);
        this.style = style;
    }

    /** Lines that live on a terminal, and lines for good elsewhere. */
    public static Progress to(PrintWriter out) {
        return Terminal.ofStandardOutput()
                .<Progress>map(terminal -> LiveProgress.on(terminal, out))
                .orElseGet(() -> new ProgressLog(out, System::nanoTime));
    }

    /** Writes a line for good. */
    abstract void print(String line);

    /** Something goes on; it is not told of each time that it could be. */
    abstract void changed();

    /** How far the run is. */
    final RunProgress progress() {
        return progress;
    }

    @Override
    public final void phaseStarted(PhaseName phase) {
        progress.phaseStarted(phase);
        changed();
    }

    @Override
    public final void phaseFinished(PhaseName phase, Duration duration) {
        progress.view().ifPresent(last -> print(PhaseLine.finished(last, duration, style)));
        progress.phaseFinished(phase, duration);
        changed();
    }

    @Override
    public final void tablesFound(int tables) {
        progress.tablesFound(tables);
    }

    @Override
    public final void rowsFound(long rows) {
        progress.rowsFound(rows);
    }

    @Override
    public final void tableSelected(TableName table, long rows, long targetRows) {
        progress.tableSelected(table, rows, targetRows);
        changed();
    }

    @Override
    public final void selected(List<TableToCopy> tables) {
        progress.selected(tables);
    }

    @Override
    public final void rowsCopied(TableName table, long rows, long bytes) {
        progress.rowsCopied(table, rows, bytes);
        changed();
    }

    @Override
    public final void notice(String message) {
        print(message);
    }

    /** Says which phase came to no end, if one did not, and leaves the cursor at the beginning of a line. */
    @Override
    public void close() {
        progress.view().ifPresent(last -> print(PhaseLine.unfinished(last)));
    }
}
