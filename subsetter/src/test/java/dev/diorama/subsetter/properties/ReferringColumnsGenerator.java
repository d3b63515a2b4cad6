package dev.diorama.subsetter.properties;

import dev.diorama.subsetter.properties.RandomReference.Match;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes up the columns that rows refer by. */
final class ReferringColumnsGenerator {
    private static final int SPELLED_OTHERWISE_PERCENT = 15;

    private final Draft draft;
    private final Dice dice;

    ReferringColumnsGenerator(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice();
    }

    /** Adds a column for each of a key's to a table, and gives their names. */
    List<String> add(RandomTable child, RandomTable parent, RandomKey key, Choices choices, Match match) {
        // MATCH SIMPLE lets a row off as soon as one column is null, so the others may say anything.
        Set<Integer> required = new HashSet<>();
        if (choices.areComplete() && dice.chance(60)) {
            required.addAll(IntStream.range(0, key.width()).boxed().toList());
        } else if (match == Match.SIMPLE && key.width() > 1 && dice.chance(50)) {
            required.add(dice.between(0, key.width() - 1));
        }
        List<List<String>> values = IntStream.range(0, key.width())
                .<List<String>>mapToObj(i -> new ArrayList<>())
                .toList();
        for (int row = 0; row < child.rows(); row++) {
            List<String> literals = choices.isNothing(row)
                    ? nothing(key, match, required)
                    : literals(parent, key, choices.parents().get(row));
            IntStream.range(0, key.width()).forEach(i -> values.get(i).add(literals.get(i)));
        }
        RandomTable table = child;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < key.width(); i++) {
            String name = draft.names().column(table);
            String type = type(key.types().get(i));
            table = table.with(
                    required.contains(i)
                            ? RandomColumn.required(name, type, values.get(i))
                            : RandomColumn.nullable(name, type, values.get(i)));
            names.add(name);
        }
        draft.put(table);
        return names;
    }

    /** Adds a foreign key that PostgreSQL has not looked at, some of whose rows refer to rows that are not there. */
    void addNotValid(RandomTable child, RandomTable parent, RandomKey key, Choices choices, Match match, String name) {
        List<String> names = add(child, parent, key, choices, match);
        if (!child.equals(parent) && dice.chance(70)) {
            draft.holds(Feature.ORPHANS_OF_A_NOT_VALID_REFERENCE);
            letOthersDangle(child.id(), names, key, row -> !choices.isNothing(row));
        }
        draft.add(new RandomReference(
                name,
                child.id(),
                child.id().sql(),
                names,
                parent.id(),
                parent.id().sql(),
                key,
                match,
                "NOT VALID"));
    }

    /** Lets some of the rows that no constraint looks at refer to rows that are not there. */
    void letOthersDangle(TableId child, List<String> names, RandomKey key, IntPredicate others) {
        List<Boolean> dangles = IntStream.range(0, draft.table(child).rows())
                .mapToObj(row -> others.test(row) && dice.chance(20))
                .toList();
        for (int i = 0; i < key.width(); i++) {
            KeyType type = key.types().get(i);
            draft.put(draft.table(child)
                    .withValues(names.get(i), (row, literal) -> dangles.get(row) ? type.dangling(dice) : literal));
        }
    }

    /** Adds a foreign key by a column that PostgreSQL computes from another one. */
    void addGenerated(RandomTable child, RandomTable parent, RandomKey key, Choices choices, String name) {
        KeyType type = key.types().getFirst();
        String source = draft.names().column(child);
        List<String> values = choices.parents().stream()
                .map(row -> row == Choices.NOTHING
                        ? Sql.NULL
                        : parent.column(key.columns().getFirst()).values().get(row))
                .toList();
        RandomTable table = child.with(RandomColumn.nullable(source, type.sql(), values));
        String generated = draft.names().column(table);
        draft.put(table.with(RandomColumn.generated(generated, type.sql(), Sql.name(source))));
        draft.add(new RandomReference(
                name,
                child.id(),
                child.id().sql(),
                List.of(generated),
                parent.id(),
                parent.id().sql(),
                key,
                Match.SIMPLE,
                ""));
    }

    /** Adds a foreign key to a composite primary key, by a column that is there and one more. */
    void addSharing(RandomTable child, String shared, RandomTable parent, String name) {
        RandomKey key = parent.primaryKey().orElseThrow();
        List<String> groups = parent.column(key.columns().getFirst()).values();
        List<String> others = parent.column(key.columns().get(1)).values();
        Map<String, List<Integer>> rowsByGroup =
                IntStream.range(0, parent.rows()).boxed().collect(Collectors.groupingBy(groups::get));
        List<String> values = child.column(shared).values().stream()
                .map(group -> rowsByGroup.getOrDefault(group, List.of()))
                .map(rows -> rows.isEmpty() || dice.chance(10) ? Sql.NULL : others.get(dice.pick(rows)))
                .toList();
        String other = draft.names().column(child);
        draft.put(child.with(RandomColumn.nullable(other, key.types().get(1).sql(), values)));
        draft.add(new RandomReference(
                name,
                child.id(),
                child.id().sql(),
                List.of(shared, other),
                parent.id(),
                parent.id().sql(),
                key,
                Match.SIMPLE,
                ""));
    }

    /** Adds a foreign key to a primary key by a column that others refer by; what does not fit both becomes null. */
    void addDoubled(RandomTable child, RandomColumn column, RandomTable parent, String name) {
        RandomKey key = parent.primaryKey().orElseThrow();
        Set<String> values = Set.copyOf(parent.column(key.columns().getFirst()).values());
        draft.put(child.withValues(column.name(), (row, literal) -> values.contains(literal) ? literal : Sql.NULL));
        draft.add(new RandomReference(
                name,
                child.id(),
                child.id().sql(),
                List.of(column.name()),
                parent.id(),
                parent.id().sql(),
                key,
                Match.SIMPLE,
                ""));
    }

    private List<String> literals(RandomTable parent, RandomKey key, int row) {
        List<String> literals = new ArrayList<>();
        for (int i = 0; i < key.width(); i++) {
            String literal = parent.column(key.columns().get(i)).values().get(row);
            String alias =
                    dice.chance(SPELLED_OTHERWISE_PERCENT) ? key.types().get(i).alias(literal) : literal;
            if (!alias.equals(literal)) {
                draft.holds(Feature.REFERENCE_WITH_ANOTHER_SPELLING);
            }
            literals.add(alias);
        }
        return literals;
    }

    private List<String> nothing(RandomKey key, Match match, Set<Integer> required) {
        List<Integer> nullable = IntStream.range(0, key.width())
                .filter(i -> !required.contains(i))
                .boxed()
                .toList();
        int certain = dice.pick(nullable);
        List<String> literals = new ArrayList<>();
        for (int i = 0; i < key.width(); i++) {
            boolean isNull = match == Match.FULL || i == certain || (nullable.contains(i) && dice.chance(50));
            if (!isNull) {
                draft.holds(Feature.PARTLY_NULL_REFERENCE);
            }
            KeyType type = key.types().get(i);
            literals.add(isNull ? Sql.NULL : dice.chance(30) ? type.dangling(dice) : type.value(dice.between(0, 20)));
        }
        return literals;
    }

    private String type(KeyType type) {
        String sql = type.referringSql(dice);
        if (!sql.equals(type.sql())) {
            draft.holds(Feature.REFERENCE_OF_ANOTHER_TYPE);
        }
        return sql;
    }
}
