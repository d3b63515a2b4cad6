package dev.diorama.subsetter.progress;

import dev.diorama.subsetter.SubsetListener.TableToCopy;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.progress.ProgressView.Copying;
import dev.diorama.subsetter.progress.ProgressView.Speed;
import dev.diorama.subsetter.progress.ProgressView.TableUnderWay;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The copying of rows. How much work a table is was estimated in bytes; its share that is done is told by its rows, since
 * of those the number is known. What is left is said from the speed of the last seconds. For one thread at a time.
 */
final class Copy {
    private static final long WINDOW_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration TOO_EARLY_TO_SAY = Duration.ofSeconds(1);
    private static final double LEAST_SECONDS = 0.001;
    private static final double NANOS_OF_SECOND = 1e9;
    /** What a table costs besides its bytes. */
    private static final double BYTES_OF_TABLE = 20_000;

    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long start;
    private final double totalWork;
    private final long totalRows;
    private long rows;
    private long bytes;

    private static final class Table {
        private final long totalRows;
        private final double work;
        private long rows;

        Table(TableToCopy toCopy) {
            this.totalRows = toCopy.rows();
            this.work = toCopy.rows() == 0 ? 0 : toCopy.bytes() + BYTES_OF_TABLE;
        }

        boolean isDone() {
            return rows >= totalRows;
        }

        double workDone() {
            return totalRows == 0 ? 0 : work * Math.min(1, (double) rows / totalRows);
        }
    }

    /** How far it was at one moment. */
    private record Mark(long nanos, long rows, long bytes, double work) {}

    Copy(List<TableToCopy> toCopy) {
        toCopy.forEach(table -> tables.put(table.table(), new Table(table)));
        totalRows = toCopy.stream().mapToLong(TableToCopy::rows).sum();
        totalWork = tables.values().stream().mapToDouble(table -> table.work).sum();
    }

    void startedAt(long nanos) {
        start = nanos;
        marks.clear();
        marks.add(new Mark(nanos, 0, 0, 0));
    }

    void add(TableName name, long moreRows, long moreBytes) {
        rows += moreRows;
        bytes += moreBytes;
        Table table = tables.get(name);
        if (table != null) {
            table.rows += moreRows;
        }
    }

    /** How far it is at a moment, which is remembered for the speed at later ones. */
    Copying view(long nanos) {
        Mark now = new Mark(
                nanos,
                rows,
                bytes,
                tables.values().stream().mapToDouble(Table::workDone).sum());
        marks.add(now);
        while (marks.size() > 2 && isOld(second(marks), nanos)) {
            marks.removeFirst();
        }
        Duration elapsed = Duration.ofNanos(nanos - start);
        return new Copying(
                elapsed,
                tables.size(),
                (int) tables.values().stream().filter(Table::isDone).count(),
                rows,
                totalRows,
                bytes,
                totalWork == 0 ? 1 : now.work / totalWork,
                speed(marks.getFirst(), now),
                left(marks.getFirst(), now, elapsed),
                underWay());
    }

    private static boolean isOld(Mark mark, long nanos) {
        return nanos - mark.nanos >= WINDOW_NANOS;
    }

    private static Mark second(Deque<Mark> marks) {
        return marks.stream().skip(1).findFirst().orElseThrow();
    }

    private static Speed speed(Mark from, Mark to) {
        double seconds = Math.max(LEAST_SECONDS, (to.nanos - from.nanos) / NANOS_OF_SECOND);
        return new Speed((to.rows - from.rows) / seconds, (to.bytes - from.bytes) / seconds);
    }

    private Optional<Duration> left(Mark from, Mark to, Duration elapsed) {
        double speed = (to.work - from.work) / Math.max(1, to.nanos - from.nanos);
        if (speed <= 0 || elapsed.compareTo(TOO_EARLY_TO_SAY) < 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(Math.round((totalWork - to.work) / speed)));
    }

    private List<TableUnderWay> underWay() {
        return tables.entrySet().stream()
                .filter(entry -> entry.getValue().rows > 0 && !entry.getValue().isDone())
                .map(entry -> new TableUnderWay(entry.getKey(), entry.getValue().rows, entry.getValue().totalRows))
                .sorted(Comparator.comparingLong(TableUnderWay::totalRows).reversed())
                .toList();
    }
}
