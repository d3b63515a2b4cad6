package dev.diorama.subsetter.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A table and its rows, column by column.
 *
 * @param id its name
 * @param rows how many rows it has
 * @param columns its columns
 * @param keys its primary and unique keys
 * @param layout how its rows lie
 */
record RandomTable(TableId id, int rows, List<RandomColumn> columns, List<RandomKey> keys, Layout layout) {
    /** How rows lie. */
    sealed interface Layout {
        /** In the table itself. */
        record Plain() implements Layout {}

        /** In the table itself, which once had a column before its first. */
        record Reworked() implements Layout {}

        /** In the table itself, which is not in the write-ahead log. */
        record Unlogged() implements Layout {}

        /**
         * In the table itself, but a query of another one shows them too.
         *
         * @param base that one
         */
        record Inheriting(TableId base) implements Layout {}

        /**
         * In partitions by ranges of a column.
         *
         * @param column the column
         * @param bounds the numbers of the rows at which the second and the third partition begin
         * @param nested whether the second one has partitions of its own
         */
        record Ranges(String column, List<Integer> bounds, boolean nested) implements Layout {
            /** Which partition a row lies in, from 0. */
            int partition(int row) {
                return (int) bounds.stream().filter(bound -> row >= bound).count();
            }
        }

        /**
         * In two partitions by the hash of a column.
         *
         * @param column the column
         */
        record Hashes(String column) implements Layout {}
    }

    RandomTable {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    RandomTable with(RandomColumn column) {
        List<RandomColumn> more = new ArrayList<>(columns);
        more.add(column);
        return new RandomTable(id, rows, more, keys, layout);
    }

    RandomTable with(RandomKey key) {
        List<RandomKey> more = new ArrayList<>(keys);
        more.add(key);
        return new RandomTable(id, rows, columns, more, layout);
    }

    /** The table with other values in a column. */
    RandomTable withValues(String name, BiFunction<Integer, String, String> value) {
        List<RandomColumn> changed = columns.stream()
                .map(column -> column.name().equals(name) ? column.withValues(value) : column)
                .toList();
        return new RandomTable(id, rows, changed, keys, layout);
    }

    RandomColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Optional<RandomKey> primaryKey() {
        return keys.stream().filter(RandomKey::isPrimary).findFirst();
    }

    boolean isPartitioned() {
        return layout instanceof Layout.Ranges || layout instanceof Layout.Hashes;
    }

    /** The relation in which the rows of one partition lie. */
    String partition(int number) {
        return id.beside("_p" + number).sql();
    }

    /** The numbers of the rows that have every value of a key and lie where a condition says. */
    List<Integer> rowsWith(RandomKey key, Predicate<Integer> where) {
        return IntStream.range(0, rows)
                .boxed()
                .filter(where)
                .filter(row -> key.columns().stream()
                        .noneMatch(name -> column(name).values().get(row).equals(Sql.NULL)))
                .toList();
    }
}
