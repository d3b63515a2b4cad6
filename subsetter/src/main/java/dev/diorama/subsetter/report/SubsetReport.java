package dev.diorama.subsetter.report;

import dev.diorama.subsetter.privacy.MaskReport;
import java.time.Duration;
import java.util.List;

/**
 * What a run did. Immutable.
 *
 * @param run which run it was
 * @param duration how long it took, from the first connection to the last
 * @param tables the tables, by name
 * @param overshoots the foreign keys for which tables have more rows than a tenth over their targets, the most rows first
 * @param foreignKeys what became of the foreign keys
 * @param missingIndexes indexes without which large tables were read from one end to the other
 * @param masks what was done about personal data, by column
 * @param notices what else a person should know
 * @param phases the phases in their order
 */
public record SubsetReport(
        RunDescription run,
        Duration duration,
        List<TableReport> tables,
        List<Overshoot> overshoots,
        ForeignKeyCounts foreignKeys,
        List<MissingIndex> missingIndexes,
        List<MaskReport> masks,
        List<String> notices,
        List<PhaseReport> phases) {
    public SubsetReport {
        tables = List.copyOf(tables);
        overshoots = List.copyOf(overshoots);
        missingIndexes = List.copyOf(missingIndexes);
        masks = List.copyOf(masks);
        notices = List.copyOf(notices);
        phases = List.copyOf(phases);
    }

    /** All rows of the source. */
    public long sourceRows() {
        return tables.stream().mapToLong(TableReport::sourceRows).sum();
    }

    /** All rows of the sample. */
    public long rows() {
        return tables.stream().mapToLong(TableReport::rows).sum();
    }

    /** All bytes that were copied. */
    public long bytes() {
        return tables.stream().mapToLong(TableReport::bytes).sum();
    }

    /** How many foreign keys the source declares. */
    public int declaredKeys() {
        return foreignKeys.declared();
    }

    /** How many of them PostgreSQL has validated in the sample. */
    public int validatedKeys() {
        return foreignKeys.validated();
    }
}
