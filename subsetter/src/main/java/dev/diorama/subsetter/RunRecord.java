package dev.diorama.subsetter;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.report.PhaseName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Passes on what a listener is told, and keeps of it what the report needs. Safe for use by several threads. */
final class RunRecord implements SubsetListener {
    private final SubsetListener listener;
    private final Queue<String> notices = new ConcurrentLinkedQueue<>();
    private final Map<TableName, Long> bytes = new ConcurrentHashMap<>();

    RunRecord(SubsetListener listener) {
        this.listener = listener;
    }

    /** Everything that {@link #notice} was told. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    /** How many bytes of a table were copied. */
    long bytes(TableName table) {
        return bytes.getOrDefault(table, 0L);
    }

    @Override
    public void phaseStarted(PhaseName phase) {
        listener.phaseStarted(phase);
    }

    @Override
    public void phaseFinished(PhaseName phase, Duration duration) {
        listener.phaseFinished(phase, duration);
    }

    @Override
    public void tablesFound(int tables) {
        listener.tablesFound(tables);
    }

    @Override
    public void rowsFound(long rows) {
        listener.rowsFound(rows);
    }

    @Override
    public void tableSelected(TableName table, long rows, long targetRows) {
        listener.tableSelected(table, rows, targetRows);
    }

    @Override
    public void selected(List<TableToCopy> tables) {
        listener.selected(tables);
    }

    @Override
    public void rowsCopied(TableName table, long rows, long moreBytes) {
        bytes.merge(table, moreBytes, Long::sum);
        listener.rowsCopied(table, rows, moreBytes);
    }

    @Override
    public void notice(String message) {
        notices.add(message);
        listener.notice(message);
    }
}
