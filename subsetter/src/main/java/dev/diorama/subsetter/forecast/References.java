package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.UndeclaredReference;
import dev.diorama.subsetter.forecast.Statistics.ColumnStatistics;
import dev.diorama.subsetter.selection.SelectionPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes the references between tables by what statistics say of their columns. Pure. */
final class References {
    private References() {}

    /** Every reference, declared or configured, each once. */
    static List<Reference> of(SelectionPlan plan, Statistics statistics) {
        List<Reference> references = new ArrayList<>();
        // Partitions may each declare the key that the whole table would; one of them speaks for all.
        Map<ForeignKey.Reference, ForeignKey> keys = new LinkedHashMap<>();
        plan.catalog().foreignKeys().forEach(key -> keys.putIfAbsent(key.reference(), key));
        keys.values().forEach(key -> references.add(declared(key, plan, statistics)));
        plan.references().forEach(reference -> references.add(configured(reference, plan, statistics)));
        return references;
    }

    private static Reference declared(ForeignKey key, SelectionPlan plan, Statistics statistics) {
        List<String> columns =
                key.columns().stream().map(ForeignKey.ColumnPair::child).toList();
        return reference(
                key.child(), key.parent(), columns, Optional.of(key.name()), key.toString(), 1, plan, statistics);
    }

    /** Of references from the same columns, such as polymorphic ones, each is thought to be as frequent as the others. */
    private static Reference configured(UndeclaredReference reference, SelectionPlan plan, Statistics statistics) {
        long alternatives = reference.when().isEmpty()
                ? 1
                : plan.references().stream()
                        .filter(other -> other.when().isPresent()
                                && other.child().equals(reference.child())
                                && other.columns().equals(reference.columns()))
                        .count();
        return reference(
                reference.child(),
                reference.parent(),
                reference.columns().names(),
                Optional.empty(),
                reference.toString(),
                1.0 / alternatives,
                plan,
                statistics);
    }

    private static Reference reference(
            TableName child,
            TableName parent,
            List<String> columns,
            Optional<String> foreignKey,
            String text,
            double frequency,
            SelectionPlan plan,
            Statistics statistics) {
        double children = plan.size(child).sourceRows();
        double parents = plan.size(parent).sourceRows();
        List<ColumnStatistics> known = columns.stream()
                .flatMap(column ->
                        Optional.ofNullable(statistics.of(child).columns().get(column)).stream())
                .toList();
        double share =
                known.stream().mapToDouble(column -> 1 - column.nulls()).reduce(frequency, (one, other) -> one * other);
        // Several columns together have at least as many values as each of them.
        double distinct = columns.size() == 1
                ? known.stream()
                        .mapToDouble(ColumnStatistics::distinct)
                        .findFirst()
                        .orElse(parents)
                : parents;
        return new Reference(
                child,
                parent,
                columns,
                foreignKey,
                text,
                share,
                Math.min(Math.min(distinct, parents), Math.max(1, children * share)));
    }
}
