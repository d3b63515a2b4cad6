package dev.diorama.subsetter.progress;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.SubsetListener.TableToCopy;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.report.PhaseName;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Plays a run to a listener, by a clock that only this class winds. */
final class Rehearsal {
    private final int tables;
    private long nanos = Duration.ofDays(1).toNanos();

    Rehearsal(int tables) {
        this.tables = tables;
    }

    long nanoTime() {
        return nanos;
    }

    void waits(Duration duration) {
        nanos += duration.toNanos();
    }

    void findsTables(SubsetListener listener) {
        phase(listener, PhaseName.CONNECT, () -> listener.tablesFound(tables));
        phase(listener, PhaseName.COUNT, () -> listener.rowsFound(1_000_000L * tables));
    }

    void selects(SubsetListener listener, Duration perTable) {
        phase(listener, PhaseName.SELECT, () -> {
            names().forEach(table -> {
                waits(perTable);
                listener.tableSelected(table, 9_000, 10_000);
            });
            listener.selected(names().stream()
                    .map(table -> new TableToCopy(table, 10_000, 1_000_000))
                    .toList());
        });
    }

    /** Copies so many tables, each in ten parts. */
    void copies(SubsetListener listener, int count, Duration perTable) {
        names().subList(0, count).forEach(table -> {
            for (int part = 0; part < 10; part++) {
                waits(perTable.dividedBy(10));
                listener.rowsCopied(table, 1_000, 50_000);
            }
        });
    }

    void phase(SubsetListener listener, PhaseName phase, Runnable work) {
        long start = nanos;
        listener.phaseStarted(phase);
        waits(Duration.ofMillis(40));
        work.run();
        listener.phaseFinished(phase, Duration.ofNanos(nanos - start));
    }

    private List<TableName> names() {
        return IntStream.rangeClosed(1, tables)
                .mapToObj(i -> new TableName("public", "table_" + i))
                .toList();
    }
}
