package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.catalog.TableName;
import java.util.Map;

/**
 * What a selection is expected to choose.
 *
 * @param rows how many rows of each table
 * @param excesses how many rows each reference brings over its parent's target
 */
record Expectation(Map<TableName, Double> rows, Map<Reference, Double> excesses) {
    Expectation {
        rows = Map.copyOf(rows);
        excesses = Map.copyOf(excesses);
    }
}
