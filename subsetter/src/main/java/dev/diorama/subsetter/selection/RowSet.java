package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Rows of one table, by where they lie: sorted arrays of row identities, eight bytes a row, one array for each storage.
 * Or all of its rows, which takes no memory at all. An identity is good inside one snapshot only. Immutable.
 */
public final class RowSet {
    private final Table table;
    private final boolean complete;
    private final long size;
    private final List<long[]> identities;

    private RowSet(Table table, boolean complete, long size, List<long[]> identities) {
        this.table = table;
        this.complete = complete;
        this.size = size;
        this.identities = identities;
    }

    /** The rows at those identities, one sorted array for each storage of the table. */
    static RowSet of(Table table, List<long[]> identities) {
        return new RowSet(
                table,
                false,
                identities.stream().mapToLong(array -> array.length).sum(),
                List.copyOf(identities));
    }

    static RowSet all(Table table, long size) {
        return new RowSet(table, true, size, List.of());
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
        return size;
    }

    /** Gives each storage with rows of the set to {@code consumer}, with the sorted identities. */
    public void forEach(BiConsumer<Storage, long[]> consumer) {
        for (int i = 0; i < identities.size(); i++) {
            if (identities.get(i).length > 0) {
                consumer.accept(table.storages().get(i), identities.get(i));
            }
        }
    }
}
