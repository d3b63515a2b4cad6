package dev.diorama.subsetter.report;

import java.time.Duration;
import java.util.List;

/**
 * What a run would do, as far as it can be told from the catalog and small samples. Immutable.
 *
 * @param toolVersion the version of Diorama that made the plan
 * @param seed the seed of the run that would be
 * @param source the source's URL without its password
 * @param tables the tables, by name, with the rows and bytes that their samples are expected to have
 * @param overshoots the foreign keys for which tables are expected to have more rows than a tenth over their targets, the
 *     most rows first
 * @param phases about how long each phase would take
 */
public record SubsetPlan(
        String toolVersion,
        long seed,
        String source,
        List<TableReport> tables,
        List<Overshoot> overshoots,
        List<PhaseReport> phases) {
    public SubsetPlan {
        tables = List.copyOf(tables);
        overshoots = List.copyOf(overshoots);
        phases = List.copyOf(phases);
    }

    /** All rows of the source. */
    public long sourceRows() {
        return tables.stream().mapToLong(TableReport::sourceRows).sum();
    }

    /** About how many rows the sample would have. */
    public long rows() {
        return tables.stream().mapToLong(TableReport::rows).sum();
    }

    /** About how many bytes would be copied. */
    public long bytes() {
        return tables.stream().mapToLong(TableReport::bytes).sum();
    }

    /** About how long it would take. */
    public Duration duration() {
        return phases.stream().map(PhaseReport::duration).reduce(Duration.ZERO, Duration::plus);
    }
}
