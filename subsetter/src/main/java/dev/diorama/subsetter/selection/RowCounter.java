package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.sizing.SizeLaw;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.impl.DSL;

/**
 * Finds out how many rows tables have. Tables are counted, the smallest first, until half a gigabyte was read: some
 * tenths of a second, whatever the size of the database. Of the larger ones fresh statistics are believed, which are
 * exact after a VACUUM; otherwise the rows on some thousand of their blocks are counted.
 */
public final class RowCounter {
    private static final long COUNTED_BYTES = 512L << 20;
    private static final long BLOCK_BYTES = 8 << 10;
    private static final double SAMPLED_BLOCKS = 4_000;

    private final Session session;
    private final long seed;

    /** A counter inside the snapshot that {@code session} is in. */
    public RowCounter(Session session, long seed) {
        this.session = session;
        this.seed = seed;
    }

    /** Counts every table and asks the law how many rows it keeps. */
    public SelectionPlan plan(Catalog catalog, Function<TableName, SizeLaw> law) {
        Set<Storage> counted = counted(catalog);
        Map<TableName, TableSize> sizes = new LinkedHashMap<>();
        for (Table table : catalog.tables().values()) {
            long rows = table.storages().stream()
                    .mapToLong(storage -> counted.contains(storage) ? counted(storage) : estimated(storage))
                    .sum();
            RowsKnownBy knownBy = counted.containsAll(table.storages()) ? RowsKnownBy.COUNT : RowsKnownBy.ESTIMATE;
            sizes.put(table.name(), new TableSize(rows, law.apply(table.name()).target(rows), knownBy));
        }
        return new SelectionPlan(catalog, sizes);
    }

    /** The storages that are small enough, all together, to be read. */
    private static Set<Storage> counted(Catalog catalog) {
        Set<Storage> counted = new HashSet<>();
        long bytes = 0;
        List<Storage> smallestFirst = catalog.tables().values().stream()
                .flatMap(table -> table.storages().stream())
                .sorted(Comparator.comparingLong(Storage::bytes))
                .toList();
        for (Storage storage : smallestFirst) {
            bytes += storage.bytes();
            if (bytes > COUNTED_BYTES) {
                break;
            }
            counted.add(storage);
        }
        return counted;
    }

    private long counted(Storage storage) {
        return storage.bytes() == 0
                ? 0
                : session.sql()
                        .resultQuery(
                                "SELECT count(*) FROM ONLY {0}", storage.name().sql())
                        .fetchSingle()
                        .get(0, Long.class);
    }

    private long estimated(Storage storage) {
        return storage.isEstimateFresh() ? Math.round(storage.estimatedRows()) : sampled(storage);
    }

    private long sampled(Storage storage) {
        double percent = Math.min(100, 100 * SAMPLED_BLOCKS * BLOCK_BYTES / storage.bytes());
        long rows = session.sql()
                .resultQuery(
                        "SELECT count(*) FROM ONLY {0} TABLESAMPLE SYSTEM ({1}) REPEATABLE ({2})",
                        storage.name().sql(), DSL.inline(percent), DSL.inline(seed))
                .fetchSingle()
                .get(0, Long.class);
        return Math.round(rows * 100 / percent);
    }
}
