package dev.diorama.subsetter.report;

import java.util.List;

/**
 * What a run would do.
 *
 * @param seed the seed for which it would
 * @param tables the tables, by name, with the rows that they would get
 */
public record SubsetPlan(long seed, List<TableReport> tables) {
    public SubsetPlan {
        tables = List.copyOf(tables);
    }
}
