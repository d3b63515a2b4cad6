package dev.diorama.subsetter.catalog;

import java.util.List;

/**
 * A table as its users see it: a plain one, or the root of a partitioned one. The members of an inheritance tree are
 * tables of their own, each with its own rows only.
 *
 * @param oid the relation's identity
 * @param name its name
 * @param partitioned whether its rows lie in partitions
 * @param columns its columns, in order, dropped ones left out
 * @param primaryKey the columns of its primary key; empty if it has none
 * @param uniqueKeys the columns of each other key that no two rows share, whole rows only
 * @param storages where its rows lie
 */
public record Table(
        long oid,
        TableName name,
        boolean partitioned,
        List<Column> columns,
        List<String> primaryKey,
        List<List<String>> uniqueKeys,
        List<Storage> storages) {
    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniqueKeys = uniqueKeys.stream().map(List::copyOf).toList();
        storages = List.copyOf(storages);
    }

    /** The column of that name, which must be one of the columns. */
    public Column column(String column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column " + column + " in " + name));
    }

    /** The size of all of its rows. */
    public long bytes() {
        return storages.stream().mapToLong(Storage::bytes).sum();
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
