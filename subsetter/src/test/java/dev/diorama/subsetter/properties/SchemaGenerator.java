package dev.diorama.subsetter.properties;

import dev.diorama.subsetter.properties.RandomTable.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Grows a schema from a seed: the same one each time, and without asking a database. */
final class SchemaGenerator {
    private static final int MOST_TABLES = 12;

    private final Draft draft;
    private final Dice dice;

    private SchemaGenerator(Dice dice) {
        this.draft = new Draft(dice);
        this.dice = dice;
    }

    static RandomSchema generate(long seed) {
        return new SchemaGenerator(new Dice(seed)).schema(seed);
    }

    private RandomSchema schema(long seed) {
        TableGenerator tables = new TableGenerator(draft);
        int count = dice.between(2, MOST_TABLES - 1);
        for (int i = 0; i < count; i++) {
            tables.add();
        }
        ReferenceGenerator references = new ReferenceGenerator(draft);
        draft.tables().forEach(table -> references.addFrom(table.id()));
        if (dice.chance(45)) {
            references.addCycle();
        }
        references.addSharing();
        references.addDoubled();
        draft.tables().forEach(table -> addPayload(table.id()));
        WishGenerator wisher = new WishGenerator(draft);
        List<Wish> wishes = new ArrayList<>(dice.chance(50) ? wisher.references() : List.of());
        if (dice.chance(40)) {
            addInheritor(references);
        }
        if (dice.chance(50)) {
            wishes.addAll(wisher.rows());
        }
        if (draft.names().repeat()) {
            draft.holds(Feature.SAME_NAME_IN_TWO_SCHEMAS);
        }
        List<String> statements = new StatementGenerator(draft).statements();
        return new RandomSchema(
                seed, draft.features(), draft.tables(), draft.references(), statements, wishes, configuration(wishes));
    }

    private void addPayload(TableId id) {
        RandomTable table = draft.table(id);
        boolean none = table.columns().isEmpty() && dice.chance(50);
        if (none) {
            draft.holds(Feature.NO_COLUMNS);
        }
        int count = none ? 0 : dice.between(table.columns().isEmpty() ? 1 : 0, 4);
        for (int i = 0; i < count; i++) {
            PayloadType type = dice.pick(PayloadType.ALL);
            List<String> values = new ArrayList<>();
            for (int row = 0; row < table.rows(); row++) {
                values.add(dice.chance(15) ? Sql.NULL : type.value(dice));
            }
            String name = draft.names().column(table);
            table = table.with(RandomColumn.nullable(name, type.sql(), values));
            if (type.equals(PayloadType.TEXT)) {
                draft.holds(Feature.GENERATED_COLUMN);
                table = table.with(RandomColumn.generated(
                        draft.names().column(table), "text", "md5(%s)".formatted(Sql.name(name))));
            }
        }
        draft.put(table);
    }

    /** Adds a table whose rows queries of another one show too: copies of some of its rows, keys included. */
    private void addInheritor(ReferenceGenerator references) {
        List<RandomTable> bases = draft.tables(table ->
                table.layout() instanceof Layout.Plain && table.primaryKey().isPresent());
        if (bases.isEmpty()) {
            return;
        }
        draft.holds(Feature.INHERITANCE);
        RandomTable base = dice.pick(bases);
        int rows = dice.between(base.rows() / 3, base.rows());
        RandomTable table = new RandomTable(
                draft.names().table(),
                rows,
                base.columns().stream().map(column -> column.first(rows)).toList(),
                List.of(base.primaryKey().orElseThrow()),
                new Layout.Inheriting(base.id()));
        List<String> own = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            own.add(PayloadType.NUMERIC.value(dice));
        }
        draft.put(table.with(RandomColumn.nullable(draft.names().column(table), PayloadType.NUMERIC.sql(), own)));
        for (RandomReference reference : draft.references()) {
            if (reference.child().equals(base.id()) && !reference.isSelfReference() && dice.chance(50)) {
                draft.add(reference.from(draft.names().constraint(), table.id()));
            }
        }
        List<RandomTable> children = draft.tables(
                child -> !child.id().equals(base.id()) && !child.id().equals(table.id()));
        if (!children.isEmpty() && dice.chance(70)) {
            draft.holds(Feature.REFERENCE_TO_INHERITOR);
            references.refer(dice.pick(children).id(), table.id());
        }
    }

    private String configuration(List<Wish> wishes) {
        List<TableId> plain = draft.tables().stream()
                .map(RandomTable::id)
                .filter(id -> id.table().matches("t\\d+"))
                .toList();
        Map<TableId, String> laws = plain.isEmpty() || dice.chance(60)
                ? Map.of()
                : Map.of(dice.pick(plain), dice.oneOf("all", "none", "7"));
        String law = dice.oneOf("logarithmic", "logarithmic", "{percent: 20}", "{power: 0.7}", "30");
        return ConfigurationText.of(law, laws, wishes);
    }
}
