package dev.diorama.subsetter.properties;

import static java.util.stream.Collectors.joining;

import dev.diorama.subsetter.properties.RandomTable.Layout;
import dev.diorama.subsetter.properties.Wish.Always;
import dev.diorama.subsetter.properties.Wish.Only;
import dev.diorama.subsetter.properties.Wish.Reference;
import dev.diorama.subsetter.properties.Wish.WithChildren;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes up what a person may wish of a sample, with the columns that some of it needs. */
final class WishGenerator {
    private static final Set<KeyType> IN_DOCUMENTS =
            Set.of(KeyType.INT, KeyType.BIGINT, KeyType.SMALLINT, KeyType.UUID_TYPE, KeyType.TEXT, KeyType.VARCHAR);

    private final Draft draft;
    private final Dice dice;

    WishGenerator(Draft draft) {
        this.draft = draft;
        this.dice = draft.dice();
    }

    /** Adds columns of references that the schema does not declare. */
    List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        int count = dice.between(0, 2);
        for (int i = 0; i < count; i++) {
            List<RandomTable> parents = draft.tables(table -> table.rows() > 0
                    && table.primaryKey()
                            .filter(key -> key.width() == 1
                                    && IN_DOCUMENTS.contains(key.types().getFirst()))
                            .isPresent());
            List<RandomTable> children = draft.tables(table -> !table.columns().isEmpty());
            if (!parents.isEmpty() && !children.isEmpty()) {
                references.add(reference(dice.pick(children), dice.pick(parents)));
            }
        }
        return references;
    }

    /** Wishes for rows of some tables. */
    List<Wish> rows() {
        List<Wish> wishes = new ArrayList<>();
        for (RandomTable table : draft.tables()) {
            // A name with such a character is a pattern of names.
            if (table.rows() == 0
                    || table.columns().isEmpty()
                    || table.id().table().matches(".*[*?].*")) {
                continue;
            }
            if (dice.chance(15)) {
                draft.holds(Feature.CONDITION);
                wishes.add(new Only(table.id(), condition(table, dice.between(1, 9))));
            }
            if (dice.chance(15)) {
                draft.holds(Feature.ROWS_THAT_ARE_ALWAYS_KEPT);
                wishes.add(new Always(table.id(), condition(table, 1)));
            }
            if (dice.chance(10) && table.primaryKey().isPresent()) {
                draft.holds(Feature.ROW_WITH_CHILDREN);
                int row = dice.between(0, table.rows() - 1);
                List<String> key = table.primaryKey().orElseThrow().columns().stream()
                        .map(column -> table.column(column).values().get(row))
                        .toList();
                wishes.add(new WithChildren(table.id(), key, dice.oneOf(1, 3, 100)));
            }
        }
        return wishes;
    }

    /** A condition that about so many tenths of the rows fulfil. */
    private String condition(RandomTable table, int tenths) {
        return "abs(hashtext(%s::text) %% 10) < %d"
                .formatted(Sql.name(dice.pick(table.columns()).name()), tenths);
    }

    private Reference reference(RandomTable child, RandomTable parent) {
        RandomKey key = parent.primaryKey().orElseThrow();
        return switch (dice.between(0, 2)) {
            case 0 -> byColumn(child, parent, key);
            case 1 -> byElements(child, parent, key);
            default -> byDocument(child, parent, key);
        };
    }

    /** Half of the rows mean something else by the same column. */
    private Reference byColumn(RandomTable child, RandomTable parent, RandomKey key) {
        draft.holds(Feature.UNDECLARED_REFERENCE);
        List<String> kinds = values(child, () -> Sql.literal(dice.oneOf("This", "That; it's")));
        String kind = draft.names().column(child);
        RandomTable table = child.with(RandomColumn.nullable(kind, "text", kinds));
        String name = draft.names().column(table);
        KeyType type = key.types().getFirst();
        List<String> values = IntStream.range(0, child.rows())
                .mapToObj(row -> kinds.get(row).contains("This") && !dice.chance(5)
                        ? value(parent, key)
                        : dice.oneOf(Sql.NULL, type.dangling(dice), value(parent, key)))
                .toList();
        draft.put(table.with(RandomColumn.nullable(name, type.sql(), values)));
        String keys = "%s c, LATERAL (SELECT c.%s::text AS key) k".formatted(from(child), Sql.name(name));
        return reference(child, Sql.name(name), parent, key, "%s = 'This'".formatted(Sql.name(kind)), keys);
    }

    private Reference byElements(RandomTable child, RandomTable parent, RandomKey key) {
        draft.holds(Feature.REFERENCE_BY_ARRAY);
        String name = draft.names().column(child);
        List<String> values = values(child, () -> elements(parent, key).stream()
                .collect(joining(
                        ", ",
                        "ARRAY[",
                        "]::%s[]".formatted(key.types().getFirst().sql()))));
        draft.put(child.with(RandomColumn.nullable(name, key.types().getFirst().sql() + "[]", values)));
        String keys =
                "%s c, LATERAL (SELECT e::text AS key FROM unnest(c.%s) e) k".formatted(from(child), Sql.name(name));
        return reference(child, Sql.name(name) + "[]", parent, key, "true", keys);
    }

    private Reference byDocument(RandomTable child, RandomTable parent, RandomKey key) {
        draft.holds(Feature.REFERENCE_BY_DOCUMENT);
        String name = draft.names().column(child);
        List<String> values = values(child, () -> elements(parent, key).stream()
                .map(element -> "json_build_object('ref', %s, 'x', 1)"
                        .formatted(element.equals(Sql.NULL) ? Sql.NULL : typed(element, key)))
                .collect(joining(", ", "json_build_object('items', json_build_array(", "))")));
        String type = dice.oneOf("json", "jsonb");
        draft.put(child.with(RandomColumn.nullable(name, type, values)));
        String keys =
                "%s c, LATERAL (SELECT j #>> '{}' AS key FROM jsonb_path_query(c.%s::jsonb, '$.items[*].ref') j) k"
                        .formatted(from(child), Sql.name(name));
        return reference(child, Sql.name(name) + " $.items[*].ref", parent, key, "true", keys);
    }

    /** Numbers are numbers in some documents and texts in others. */
    private String typed(String element, RandomKey key) {
        boolean number = dice.chance(50) && !key.types().getFirst().equals(KeyType.UUID_TYPE);
        return element + "::" + (number ? key.types().getFirst().sql() : "text");
    }

    private Reference reference(
            RandomTable child, String columns, RandomTable parent, RandomKey key, String when, String keys) {
        String column = Sql.name(key.columns().getFirst());
        return new Reference(
                child.id(),
                "%s(%s)".formatted(child.id().sql(), columns),
                parent.id(),
                "%s(%s)".formatted(parent.id().sql(), column),
                when,
                keys,
                "p.%s::text".formatted(column));
    }

    private List<String> elements(RandomTable parent, RandomKey key) {
        return IntStream.range(0, dice.between(0, 3))
                .mapToObj(i -> dice.chance(10)
                        ? Sql.NULL
                        : dice.chance(5) ? key.types().getFirst().dangling(dice) : value(parent, key))
                .toList();
    }

    private String value(RandomTable parent, RandomKey key) {
        return dice.pick(parent.column(key.columns().getFirst()).values());
    }

    private List<String> values(RandomTable child, Supplier<String> value) {
        return IntStream.range(0, child.rows())
                .mapToObj(row -> dice.chance(10) ? Sql.NULL : value.get())
                .toList();
    }

    private static String from(RandomTable table) {
        return (table.layout() instanceof Layout.Plain ? "ONLY " : "")
                + table.id().sql();
    }
}
