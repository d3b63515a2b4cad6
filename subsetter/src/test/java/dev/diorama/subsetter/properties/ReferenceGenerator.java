package dev.diorama.subsetter.properties;

import dev.diorama.subsetter.properties.RandomReference.Match;
import dev.diorama.subsetter.properties.RandomTable.Layout;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes up foreign keys with the columns that they refer by. */
final class ReferenceGenerator {
    private static final List<String> CLAUSES = List.of(
            "",
            "",
            "ON DELETE CASCADE",
            "ON DELETE SET NULL ON UPDATE CASCADE",
            "DEFERRABLE",
            "DEFERRABLE INITIALLY DEFERRED");

    private final Draft draft;
    private final Dice dice;
    private final ReferringColumnsGenerator columns;

    ReferenceGenerator(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice();
        this.columns = new ReferringColumnsGenerator(draft);
    }

    /** Adds foreign keys of a table to others, or to itself. */
    void addFrom(TableId child) {
        int count = dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            List<RandomTable> parents = parents();
            if (!parents.isEmpty()) {
                refer(child, parent(child, parents).id());
            }
        }
        if (dice.chance(18)) {
            referToItself(child);
        }
    }

    /** Adds a ring of foreign keys through several tables. */
    void addCycle() {
        List<RandomTable> parents = dice.shuffled(
                parents().stream().filter(table -> table.rows() > 0).toList());
        int size = dice.between(2, 4);
        if (parents.size() < size) {
            return;
        }
        boolean required = dice.chance(40);
        draft.holds(required ? Feature.REQUIRED_CYCLE : Feature.CYCLE);
        Spread spread = required ? dice.oneOf(Spread.PAIRED, Spread.PAIRED, Spread.UNIFORM) : Spread.UNIFORM;
        for (int i = 0; i < size; i++) {
            RandomTable child = draft.table(parents.get(i).id());
            RandomTable parent = draft.table(parents.get((i + 1) % size).id());
            RandomKey key = dice.pick(parent.keys());
            Choices choices = Choices.spread(
                    child.rows(), parent.rowsWith(key, row -> true), spread, required || i > 0 ? 0 : 60, dice);
            String clause = required ? "DEFERRABLE INITIALLY DEFERRED" : dice.pick(CLAUSES);
            add(child, child.id().sql(), parent, parent.id().sql(), key, choices, clause);
        }
    }

    /** Adds a foreign key within groups: by the first column of a primary key, as another one may, and one more. */
    void addSharing() {
        List<RandomTable> grouped = parents().stream()
                .filter(table ->
                        table.primaryKey().filter(key -> key.width() == 2).isPresent())
                .toList();
        for (RandomTable child : grouped) {
            RandomKey key = child.primaryKey().orElseThrow();
            Optional<RandomTable> parent = dice.shuffled(grouped).stream()
                    .filter(table -> table.primaryKey()
                            .orElseThrow()
                            .types()
                            .getFirst()
                            .equals(key.types().getFirst()))
                    .findFirst();
            if (parent.isPresent() && dice.chance(70)) {
                draft.holds(
                        parent.get().equals(child)
                                ? Feature.SELF_REFERENCE_WITHIN_A_GROUP
                                : Feature.REFERENCES_THAT_SHARE_A_COLUMN);
                columns.addSharing(
                        child,
                        key.columns().getFirst(),
                        parent.get(),
                        draft.names().constraint());
            }
        }
    }

    /** Adds a foreign key by a column that has one already. */
    void addDoubled() {
        for (RandomReference first : draft.references()) {
            RandomTable child = draft.table(first.child());
            KeyType type = first.key().types().getFirst();
            RandomColumn column = child.column(first.columns().getFirst());
            boolean possible = first.columns().size() == 1 && first.isValid() && column.isNullable();
            Optional<RandomTable> parent = dice.shuffled(parents()).stream()
                    .filter(table -> !table.id().equals(first.parent()))
                    .filter(table -> table.primaryKey()
                            .filter(key -> key.types().equals(List.of(type)))
                            .isPresent())
                    .findFirst();
            if (possible && parent.isPresent() && dice.chance(50)) {
                draft.holds(Feature.COLUMN_OF_TWO_REFERENCES);
                columns.addDoubled(child, column, parent.get(), draft.names().constraint());
            }
        }
    }

    /** Adds a foreign key to a table's primary key. */
    void refer(TableId childId, TableId parentId) {
        RandomTable child = draft.table(childId);
        RandomTable parent = draft.table(parentId);
        RandomKey key = dice.pick(parent.keys());
        if (!key.isPrimary()) {
            draft.holds(Feature.REFERENCE_TO_UNIQUE_KEY);
        }
        if (key.width() > 1 && dice.chance(40)) {
            draft.holds(Feature.REFERENCE_IN_ANOTHER_ORDER);
            key = key.reordered(dice);
        }
        if (draft.references().stream()
                .anyMatch(reference ->
                        reference.child().equals(childId) && reference.parent().equals(parentId))) {
            draft.holds(Feature.SEVERAL_REFERENCES_TO_ONE_TABLE);
        }
        int nullPercent = dice.oneOf(0, 0, 0, 10, 50, 95);
        String parentRelation = parentId.sql();
        List<Integer> candidates = parent.rowsWith(key, row -> true);
        if (parent.layout() instanceof Layout.Ranges ranges && !parentId.equals(childId) && dice.chance(25)) {
            int partition = dice.between(0, 2);
            draft.holds(Feature.REFERENCE_TO_A_PARTITION);
            parentRelation = parent.partition(partition);
            candidates = parent.rowsWith(key, row -> ranges.partition(row) == partition);
        } else if (parent.isPartitioned()) {
            draft.holds(Feature.REFERENCE_TO_PARTITIONS);
        }
        Choices choices = Choices.spread(child.rows(), candidates, dice.oneOf(Spread.values()), nullPercent, dice);
        String childRelation = childId.sql();
        if (child.layout() instanceof Layout.Ranges own && dice.chance(30)) {
            draft.holds(Feature.REFERENCE_FROM_A_PARTITION);
            int partition = dice.between(0, 2);
            if (partition == 1 && own.nested()) {
                draft.holds(Feature.REFERENCE_FROM_A_PARTITION_THAT_HAS_SOME);
            }
            childRelation = child.partition(partition);
        } else if (child.isPartitioned()) {
            draft.holds(Feature.REFERENCE_FROM_PARTITIONS);
        }
        add(child, childRelation, parent, parentRelation, key, choices, dice.pick(CLAUSES));
    }

    private void referToItself(TableId id) {
        RandomTable table = draft.table(id);
        if (table.keys().isEmpty() || table.rows() == 0) {
            return;
        }
        RandomKey key = dice.pick(table.keys());
        Choices choices =
                Choices.withinTable(table.rowsWith(key, row -> true), table.rows(), dice.oneOf(0, 0, 5, 40), dice);
        draft.holds(choices.areComplete() ? Feature.REQUIRED_SELF_REFERENCE : Feature.SELF_REFERENCE);
        add(table, id.sql(), table, id.sql(), key, choices, dice.pick(CLAUSES));
    }

    private void add(
            RandomTable child,
            String childRelation,
            RandomTable parent,
            String parentRelation,
            RandomKey key,
            Choices choices,
            String clause) {
        Match match = dice.chance(30) ? Match.FULL : Match.SIMPLE;
        if (match == Match.FULL) {
            draft.holds(Feature.MATCH_FULL);
        }
        boolean whole = childRelation.equals(child.id().sql())
                && parentRelation.equals(parent.id().sql());
        boolean simple = whole && !child.isPartitioned() && !parent.isPartitioned();
        if (simple && dice.chance(8)) {
            draft.holds(Feature.NOT_VALID_REFERENCE);
            columns.addNotValid(
                    child, parent, key, choices, match, draft.names().constraint());
        } else if (simple && key.width() == 1 && dice.chance(8)) {
            draft.holds(Feature.REFERENCE_BY_GENERATED_COLUMN);
            columns.addGenerated(child, parent, key, choices, draft.names().constraint());
        } else {
            List<String> names = columns.add(child, parent, key, choices, match);
            if (child.layout() instanceof Layout.Ranges ranges
                    && !childRelation.equals(child.id().sql())) {
                columns.letOthersDangle(
                        child.id(), names, key, row -> !childRelation.equals(child.partition(ranges.partition(row))));
            }
            draft.add(new RandomReference(
                    draft.names().constraint(),
                    child.id(),
                    childRelation,
                    names,
                    parent.id(),
                    parentRelation,
                    key,
                    match,
                    clause));
        }
    }

    /** A table that is referred to already is preferred: that is how several keys come to one table. */
    private RandomTable parent(TableId child, List<RandomTable> parents) {
        List<RandomTable> again = parents.stream()
                .filter(parent -> draft.references().stream()
                        .anyMatch(reference -> reference.child().equals(child)
                                && reference.parent().equals(parent.id())))
                .toList();
        if (!again.isEmpty() && dice.chance(35)) {
            return dice.pick(again);
        }
        // The earlier tables are the likelier parents, so that most schemas have few cycles.
        int place = IntStream.range(0, 2)
                .map(attempt -> dice.between(0, parents.size() - 1))
                .min()
                .orElseThrow();
        return parents.get(place);
    }

    private List<RandomTable> parents() {
        return draft.tables(table -> !table.keys().isEmpty() && !(table.layout() instanceof Layout.Unlogged));
    }
}
