package dev.diorama.subsetter.properties;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** A schema while it is made up. For one thread. */
final class Draft {
    private final Dice dice;
    private final Names names;
    private final Set<Feature> features = EnumSet.noneOf(Feature.class);
    private final Map<TableId, RandomTable> tables = new LinkedHashMap<>();
    private final List<RandomReference> references = new ArrayList<>();

    Draft(Dice dice) {
        this.dice = dice;
        this.names = new Names(dice);
    }

    Dice dice() {
        return dice;
    }

    Names names() {
        return names;
    }

    Set<Feature> features() {
        return features;
    }

    /** Notes that the schema holds something. */
    void holds(Feature feature) {
        features.add(feature);
    }

    List<RandomTable> tables() {
        return List.copyOf(tables.values());
    }

    RandomTable table(TableId id) {
        return Objects.requireNonNull(tables.get(id));
    }

    /** The tables of a kind, as they are now. */
    List<RandomTable> tables(Predicate<RandomTable> kind) {
        return tables.values().stream().filter(kind).toList();
    }

    /** Adds a table, or replaces what it was. */
    void put(RandomTable table) {
        tables.put(table.id(), table);
    }

    List<RandomReference> references() {
        return List.copyOf(references);
    }

    void add(RandomReference reference) {
        references.add(reference);
    }
}
