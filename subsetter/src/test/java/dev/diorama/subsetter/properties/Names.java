package dev.diorama.subsetter.properties;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hands out names that nobody has yet, plain ones and those that break programs. */
final class Names {
    static final String PLAIN_SCHEMA = "public";
    static final String ODD_SCHEMA = "Sales \"Dept\"";

    private static final List<String> ODD = List.of(
            "user",
            "Order",
            "select",
            "a b",
            "quo\"te",
            "apo'strophe",
            "per%cent %s",
            "ques?tion",
            "{0}",
            "${brace}",
            "co:lon",
            "back\\slash",
            "do.t",
            "größe",
            "dollar$1",
            "semi;colon",
            "-- dash",
            "a_name_that_is_as_long_as_postgres_allows_which_is_63_bytes____");

    private final Dice dice;
    private final Set<TableId> tables = new HashSet<>();
    private int made;

    Names(Dice dice) {
        this.dice = dice;
    }

    TableId table() {
        List<TableId> others = new ArrayList<>();
        for (TableId id : tables) {
            others.add(new TableId(id.schema().equals(PLAIN_SCHEMA) ? ODD_SCHEMA : PLAIN_SCHEMA, id.table()));
        }
        others.removeAll(tables);
        TableId id = !others.isEmpty() && dice.chance(15)
                ? others.stream()
                        .min((one, other) -> one.toString().compareTo(other.toString()))
                        .orElseThrow()
                : new TableId(dice.chance(75) ? PLAIN_SCHEMA : ODD_SCHEMA, next("t", 30));
        return tables.add(id) ? id : table();
    }

    boolean repeat() {
        return tables.stream().map(TableId::table).distinct().count() < tables.size();
    }

    String column(RandomTable table) {
        String name = next("c", 30);
        return table.columns().stream().anyMatch(column -> column.name().equals(name)) ? column(table) : name;
    }

    String constraint() {
        return next("fk", 20);
    }

    /** The number keeps constraints, and the relations that are named after them, apart. */
    private String next(String prefix, int oddPercent) {
        made++;
        if (!dice.chance(oddPercent)) {
            return prefix + made;
        }
        String odd = dice.pick(ODD);
        return odd.substring(0, Math.min(odd.length(), 63 - String.valueOf(made).length())) + made;
    }
}
