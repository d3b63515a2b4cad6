package dev.diorama.subsetter;

import dev.diorama.subsetter.report.PhaseName;
import java.time.Duration;

/**
 * Is told how a run goes. Calls may come from several threads, one at a time or at the same time; they should return
 * soon, and an exception fails the run.
 */
public interface SubsetListener {
    /** Hears nothing. */
    SubsetListener SILENT = new SubsetListener() {};

    /** A phase begins. */
    default void phaseStarted(PhaseName phase) {}

    /** A phase has ended well. */
    default void phaseFinished(PhaseName phase, Duration duration) {}

    /** A table's rows are chosen; later tables may still bring it more. */
    default void tableSelected(String table, long rows, long targetRows) {}

    /** Rows of a table were copied, these in addition to those told of before. */
    default void rowsCopied(String table, long rows) {}

    /** Something that a person should know, though it does not fail the run. */
    default void notice(String message) {}
}
