package dev.diorama.subsetter.progress;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.report.PhaseName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How far a phase is at one moment. Immutable. */
sealed interface ProgressView {
    /** Which phase. */
    PhaseName phase();

    /** How long it takes so far. */
    Duration elapsed();

    /**
     * A phase of which nothing is known but how long it takes.
     *
     * @param fact what it has found; empty as long as it has not
     */
    record Working(PhaseName phase, Duration elapsed, String fact) implements ProgressView {}

    /**
     * Rows are chosen.
     *
     * @param tables how many tables there are
     * @param tablesDone how many of them have their rows
     * @param rows how many rows are chosen
     */
    record Selecting(Duration elapsed, int tables, int tablesDone, long rows) implements ProgressView {
        @Override
        public PhaseName phase() {
            return PhaseName.SELECT;
        }
    }

    /**
     * Rows are copied.
     *
     * @param tables how many tables there are
     * @param tablesDone how many of them are copied
     * @param rows how many rows are copied
     * @param totalRows how many there are to copy
     * @param bytes how many bytes are copied
     * @param share how much of the work is done, from 0 to 1
     * @param speed how fast it goes lately
     * @param left how long it will take, if that can be said
     * @param underWay the tables that are begun and not done, the largest first
     */
    record Copying(
            Duration elapsed,
            int tables,
            int tablesDone,
            long rows,
            long totalRows,
            long bytes,
            double share,
            Speed speed,
            Optional<Duration> left,
            List<TableUnderWay> underWay)
            implements ProgressView {
        public Copying {
            underWay = List.copyOf(underWay);
        }

        @Override
        public PhaseName phase() {
            return PhaseName.COPY;
        }
    }

    /**
     * How fast rows are copied.
     *
     * @param rowsPerSecond rows in a second
     * @param bytesPerSecond bytes in a second
     */
    record Speed(double rowsPerSecond, double bytesPerSecond) {}

    /**
     * A table that is being copied.
     *
     * @param table which one
     * @param rows how many of its rows are copied
     * @param totalRows how many there are to copy
     */
    record TableUnderWay(TableName table, long rows, long totalRows) {}
}
