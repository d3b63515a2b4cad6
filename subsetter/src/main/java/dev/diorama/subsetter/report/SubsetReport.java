package dev.diorama.subsetter.report;

import java.util.List;

/**
 * What a run did.
 *
 * @param seed the seed that gives the same rows again
 * @param tables the tables, by name
 * @param declaredKeys how many foreign keys the source declares
 * @param validatedKeys how many of them PostgreSQL has validated in the sample
 * @param phases the phases in their order
 * @param source the source's URL without its password
 * @param target the target's URL without its password
 */
public record SubsetReport(
        long seed,
        List<TableReport> tables,
        int declaredKeys,
        int validatedKeys,
        List<PhaseReport> phases,
        String source,
        String target) {
    public SubsetReport {
        tables = List.copyOf(tables);
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
}
