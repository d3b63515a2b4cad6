package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Rows of one table, by where they lie: sorted arrays of row identities, eight bytes a row, one array for each storage.
 * Or all of its rows, which takes no memory at all. An identity is good inside one snapshot only. Immutable but for
 * {@link #add}; for one thread at a time.
 */
public final class RowSet {
    private final Table table;
    private final boolean complete;
    private final long completeSize;
    private final Map<Long, long[]> identities = new HashMap<>();

    private RowSet(Table table, boolean complete, long completeSize) {
        this.table = table;
        this.complete = complete;
        this.completeSize = completeSize;
    }

    static RowSet empty(Table table) {
        return new RowSet(table, false, 0);
    }

    static RowSet all(Table table, long size) {
        return new RowSet(table, true, size);
    }

    /** The table whose rows these are. */
    public Table table() {
        return table;
    }

    /** Whether these are all rows of the table. */
    public boolean isComplete() {
        return complete;
    }

    /** How many rows these are. */
    public long size() {
        return complete
                ? completeSize
                : identities.values().stream().mapToLong(array -> array.length).sum();
    }

    /** How many of them lie in that storage; not known of all rows of a table. */
    public long size(Storage storage) {
        return identities.getOrDefault(storage.oid(), new long[0]).length;
    }

    /** Gives each storage with rows of the set to {@code consumer}, with the sorted identities. */
    public void forEach(BiConsumer<Storage, long[]> consumer) {
        for (Storage storage : table.storages()) {
            long[] rows = identities.get(storage.oid());
            if (rows != null && rows.length > 0) {
                consumer.accept(storage, rows);
            }
        }
    }

    /** The storages with rows of the set, in the table's order. */
    List<Storage> storages() {
        List<Storage> storages = new ArrayList<>();
        forEach((storage, rows) -> storages.add(storage));
        return storages;
    }

    long[] rows(Storage storage) {
        return identities.getOrDefault(storage.oid(), new long[0]);
    }

    boolean contains(long storage, long identity) {
        return complete || Arrays.binarySearch(identities.getOrDefault(storage, new long[0]), identity) >= 0;
    }

    /** Adds rows and gives those that were not there before. */
    RowSet add(RowBuffer rows) {
        RowSet added = empty(table);
        if (complete) {
            return added;
        }
        rows.byStorage().forEach((storage, unsorted) -> {
            long[] news = Arrays.stream(unsorted)
                    .filter(identity -> !contains(storage, identity))
                    .sorted()
                    .distinct()
                    .toArray();
            if (news.length > 0) {
                added.identities.put(storage, news);
                identities.merge(storage, news, RowSet::merged);
            }
        });
        return added;
    }

    private static long[] merged(long[] left, long[] right) {
        long[] merged = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, merged, left.length, right.length);
        Arrays.sort(merged);
        return merged;
    }
}
