package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.configuration.SqlPredicate;
import dev.diorama.subsetter.configuration.TableSettings;
import dev.diorama.subsetter.configuration.UndeclaredReference;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Finds out how many rows tables have, for which it reads about as much of a large database as of a small one. Small
 * tables are counted. Of larger ones statistics are believed which nothing has changed since; without such, tables are
 * counted, the smallest first, until 64 megabytes were read. Of the largest, statistics are believed that little has
 * changed since, and without those the rows on some thousand of their blocks are counted.
 */
public final class RowCounter {
    private static final long SMALL_BYTES = 1L << 20;
    private static final long COUNTED_BYTES = 64L << 20;
    private static final long BLOCK_BYTES = 8 << 10;
    private static final double SAMPLED_BLOCKS = 2_000;
    private static final int TABLES_IN_QUERY = 100;

    private final Session session;
    private final long seed;

    /** A counter inside the snapshot that {@code session} is in. */
    public RowCounter(Session session, long seed) {
        this.session = session;
        this.seed = seed;
    }

    /**
     * Counts every table and asks the configured laws how many rows it keeps.
     *
     * @throws dev.diorama.subsetter.yaml.ConfigurationException if the configuration does not fit the source
     */
    public SelectionPlan plan(Catalog catalog, SampleConfiguration configuration) {
        List<UndeclaredReference> references = configuration.referencesIn(catalog);
        Predicates.require(session, catalog, configuration, references);
        Set<Storage> exact = new HashSet<>();
        Map<Storage, Long> rows = rows(catalog, exact);
        Map<TableName, TableSize> sizes = new LinkedHashMap<>();
        for (Table table : catalog.tables().values()) {
            long all = table.storages().stream().mapToLong(rows::get).sum();
            TableSettings settings = configuration.settingsFor(table.name());
            long eligible =
                    settings.where().map(where -> eligible(table, where, all)).orElse(all);
            RowsKnownBy knownBy = exact.containsAll(table.storages()) ? RowsKnownBy.COUNT : RowsKnownBy.ESTIMATE;
            sizes.put(table.name(), new TableSize(all, eligible, settings.law().target(eligible), knownBy));
        }
        return new SelectionPlan(catalog, sizes, configuration, references);
    }

    private Map<Storage, Long> rows(Catalog catalog, Set<Storage> exact) {
        Map<Storage, Long> rows = new HashMap<>();
        List<Storage> counted = new ArrayList<>();
        long bytes = 0;
        List<Storage> smallestFirst = catalog.tables().values().stream()
                .flatMap(table -> table.storages().stream())
                .sorted(Comparator.comparingLong(Storage::bytes))
                .toList();
        for (Storage storage : smallestFirst) {
            boolean known = storage.bytes() > SMALL_BYTES && storage.isEstimateExact();
            if (storage.bytes() == 0) {
                rows.put(storage, 0L);
                exact.add(storage);
            } else if (!known && bytes + storage.bytes() <= COUNTED_BYTES) {
                counted.add(storage);
                exact.add(storage);
                bytes += storage.bytes();
            } else {
                rows.put(storage, storage.isEstimateFresh() ? Math.round(storage.estimatedRows()) : sampled(storage));
            }
        }
        for (int from = 0; from < counted.size(); from += TABLES_IN_QUERY) {
            count(counted.subList(from, Math.min(counted.size(), from + TABLES_IN_QUERY)), rows);
        }
        return rows;
    }

    private void count(List<Storage> storages, Map<Storage, Long> rows) {
        List<SQL> counts = storages.stream()
                .map(storage -> DSL.sql(
                        "(SELECT count(*) FROM ONLY {0})", storage.name().sql()))
                .toList();
        BinaryRows.read(session, DSL.sql("SELECT {0}", SelectionSql.list(counts, ", ")), fields -> {
            for (Storage storage : storages) {
                rows.put(storage, BinaryRows.readLong(fields));
            }
        });
    }

    private long sampled(Storage storage) {
        double percent = Math.min(100, 100 * SAMPLED_BLOCKS * BLOCK_BYTES / storage.bytes());
        long rows = number(DSL.sql(
                "SELECT count(*) FROM ONLY {0} TABLESAMPLE SYSTEM ({1}) REPEATABLE ({2})",
                storage.name().sql(), DSL.inline(percent), DSL.inline(seed)));
        return Math.round(rows * 100 / percent);
    }

    /** How many rows fulfil a condition: counted in a small table, on some thousand blocks of a large one. */
    private long eligible(Table table, SqlPredicate where, long all) {
        double percent = Math.min(100, 100 * SAMPLED_BLOCKS * BLOCK_BYTES / Math.max(1, table.bytes()));
        SQL sample = percent < 100
                ? DSL.sql(" TABLESAMPLE SYSTEM ({0}) REPEATABLE ({1})", DSL.inline(percent), DSL.inline(seed))
                : DSL.sql("");
        SQL from = DSL.sql(
                table.partitioned() ? "{0}{1}" : "ONLY {0}{1}", table.name().sql(), sample);
        double looked = number(DSL.sql("SELECT count(*) FROM {0}", from));
        double fulfilling = number(DSL.sql("SELECT count(*) FROM {0} WHERE {1}", from, Predicates.sql(where)));
        return looked == 0 ? all : Math.round(all * fulfilling / looked);
    }

    private long number(SQL query) {
        long[] number = new long[1];
        BinaryRows.read(session, query, fields -> number[0] = BinaryRows.readLong(fields));
        return number[0];
    }
}
