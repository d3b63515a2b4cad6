package dev.diorama.subsetter;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.report.PhaseName;
import java.time.Duration;
import java.util.List;

/**
 * Is told how a run goes. Calls may come from several threads, one at a time or at the same time; they should return
 * soon, and an exception fails the run.
 */
public interface SubsetListener {
    /** Hears nothing. */
    SubsetListener SILENT = new SubsetListener() {};

    /**
     * What is to be copied of a table.
     *
     * @param table which one
     * @param rows how many rows
     * @param bytes about how many bytes they will be
     */
    record TableToCopy(TableName table, long rows, long bytes) {}

    /** A phase begins. */
    default void phaseStarted(PhaseName phase) {}

    /** A phase has ended well. */
    default void phaseFinished(PhaseName phase, Duration duration) {}

    /** The source's tables are known, this many. */
    default void tablesFound(int tables) {}

    /** The source's rows are counted or estimated, this many. */
    default void rowsFound(long rows) {}

    /** A table's rows are chosen; later tables may still bring it more. */
    default void tableSelected(TableName table, long rows, long targetRows) {}

    /** All rows are chosen. */
    default void selected(List<TableToCopy> tables) {}

    /**
     * Rows of a table were copied.
     *
     * @param table which one
     * @param rows how many, in addition to those told of before; it may be none
     * @param bytes how many bytes, in addition to those told of before
     */
    default void rowsCopied(TableName table, long rows, long bytes) {}

    /** Something that a person should know, though it does not fail the run. */
    default void notice(String message) {}
}
