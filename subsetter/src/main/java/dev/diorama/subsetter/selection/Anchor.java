package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.util.List;
import java.util.function.IntPredicate;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Columns of a table that others refer to, and which known row each of their values belongs to. For one thread at a
 * time.
 */
final class Anchor {
    private final Identity identity;
    private final Table table;
    private LongIntMap rows = new LongIntMap();
    private LongIntMap dangling = new LongIntMap();

    /**
     * What makes two anchors the same.
     *
     * @param relation the table or the partition of it that is referred to
     * @param columns the columns
     * @param form how they become a number
     */
    record Identity(TableName relation, List<String> columns, ValueForm form) {}

    Anchor(Identity identity, Table table) {
        this.identity = identity;
        this.table = table;
    }

    Table table() {
        return table;
    }

    /** Whether each row of the table is in it; a partition's anchor learns its rows from those that refer to them. */
    boolean ownValues() {
        return identity.relation().equals(table.name());
    }

    boolean isOn(List<String> columns) {
        return identity.columns().equals(columns);
    }

    /** A row's number, over its columns. */
    SQL value() {
        return identity.form()
                .of(identity.columns().stream()
                        .map(column -> DSL.sql("{0}", DSL.quotedName(column)))
                        .toList());
    }

    /** The row that a value belongs to, {@link LongIntMap#ABSENT} if none is known. */
    int row(long value) {
        return rows.get(value);
    }

    void learn(long value, int row) {
        rows.put(value, row);
    }

    /** Whether the server has said that no row has the value. */
    boolean isDangling(long value) {
        return dangling.contains(value);
    }

    void learnDangling(long value) {
        dangling.put(value, 0);
    }

    /** The values that belong to rows of which {@code chosen} says so, in ascending order. */
    long[] values(IntPredicate chosen) {
        LongIntMap found = new LongIntMap();
        rows.forEach((value, row) -> {
            if (chosen.test(row)) {
                found.put(value, row);
            }
        });
        return found.sortedKeys();
    }

    /** Forgets everything. */
    void clear() {
        rows = new LongIntMap();
        dangling = new LongIntMap();
    }

    /** Forgets rows: {@code kept} gives the new number of each old one, or {@link LongIntMap#ABSENT}. */
    void forget(int[] kept) {
        LongIntMap fewer = new LongIntMap();
        rows.forEach((value, row) -> {
            if (kept[row] != LongIntMap.ABSENT) {
                fewer.put(value, kept[row]);
            }
        });
        rows = fewer;
    }
}
