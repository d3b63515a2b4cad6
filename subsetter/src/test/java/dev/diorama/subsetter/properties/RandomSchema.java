package dev.diorama.subsetter.properties;

import java.util.List;
import java.util.Set;

/**
 * A schema with its rows.
 *
 * @param seed the seed that it grew from
 * @param features what it holds
 * @param tables its tables
 * @param references its foreign keys
 * @param statements what follows the rows: sequences, indexes, triggers, statistics
 * @param wishes what a person wishes of a sample
 * @param configuration a diorama.yml for its sample
 */
record RandomSchema(
        long seed,
        Set<Feature> features,
        List<RandomTable> tables,
        List<RandomReference> references,
        List<String> statements,
        List<Wish> wishes,
        String configuration) {
    RandomSchema {
        features = Set.copyOf(features);
        tables = List.copyOf(tables);
        references = List.copyOf(references);
        statements = List.copyOf(statements);
        wishes = List.copyOf(wishes);
    }

    RandomTable table(TableId id) {
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
