package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.sizing.SizeLaw;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jooq.impl.DSL;

/**
 * Finds out how many rows tables have. A small table is counted. Of a large one fresh statistics are believed, which
 * are exact after a VACUUM; otherwise the rows on some thousand of its blocks are counted.
 */
public final class RowCounter {
    private static final long COUNTED_BYTES = 32L << 20;
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
        Map<TableName, TableSize> sizes = new LinkedHashMap<>();
        for (Table table : catalog.tables().values()) {
            long rows = table.storages().stream().mapToLong(this::count).sum();
            sizes.put(table.name(), new TableSize(rows, law.apply(table.name()).target(rows)));
        }
        return new SelectionPlan(catalog, sizes);
    }

    private long count(Storage storage) {
        if (storage.bytes() == 0) {
            return 0;
        }
        if (storage.bytes() <= COUNTED_BYTES) {
            return session.sql()
                    .resultQuery("SELECT count(*) FROM ONLY {0}", storage.name().sql())
                    .fetchSingle()
                    .get(0, Long.class);
        }
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
