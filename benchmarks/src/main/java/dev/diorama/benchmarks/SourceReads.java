package dev.diorama.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a server has counted of the reads of one database.
 *
 * @param blocks how many blocks all sessions asked for, catalogs included, from memory or from disk
 * @param tables the same by table
 * @see <a href="https://www.postgresql.org/docs/current/monitoring-stats.html">The cumulative statistics system</a>
 */
record SourceReads(long blocks, Map<String, TableReads> tables) {
    /**
     * Of one table.
     *
     * @param blocks how many blocks of it and of its indexes were asked for
     * @param sizeBlocks how many there are
     * @param sequentialScans how often it was read from its beginning
     * @param rowsOfScans how many rows that gave
     */
    record TableReads(long blocks, long sizeBlocks, long sequentialScans, long rowsOfScans) {
        private TableReads since(TableReads before) {
            return new TableReads(
                    blocks - before.blocks,
                    sizeBlocks,
                    sequentialScans - before.sequentialScans,
                    rowsOfScans - before.rowsOfScans);
        }
    }

    private static final String TABLES =
            """
            SELECT io.relname,
                   coalesce(heap_blks_read + heap_blks_hit, 0) + coalesce(idx_blks_read + idx_blks_hit, 0)
                     + coalesce(toast_blks_read + toast_blks_hit, 0) + coalesce(tidx_blks_read + tidx_blks_hit, 0) AS blocks,
                   pg_total_relation_size(relid) / current_setting('block_size')::int AS size_blocks,
                   seq_scan, seq_tup_read
            FROM pg_statio_user_tables io
            JOIN pg_stat_user_tables USING (relid)
            WHERE io.schemaname = 'public'""";
    /** A session tells what it read when it ends, and then vanishes from this view. */
    private static final String OTHERS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    + " AND backend_type = 'client backend'";

    /** What has been counted so far, once all who read have told. */
    static SourceReads of(Database source) {
        while (source.number(OTHERS) > 0) {
            source.number("SELECT count(*) FROM pg_sleep(0.02)");
        }
        Map<String, TableReads> tables = new TreeMap<>();
        source.query(
                TABLES,
                row -> tables.put(
                        row.getString("relname"),
                        new TableReads(
                                row.getLong("blocks"),
                                row.getLong("size_blocks"),
                                row.getLong("seq_scan"),
                                row.getLong("seq_tup_read"))));
        long blocks =
                source.number("SELECT blks_read + blks_hit FROM pg_stat_database WHERE datname = current_database()");
        return new SourceReads(blocks, tables);
    }

    /** What came in between. */
    SourceReads since(SourceReads before) {
        Map<String, TableReads> difference = new TreeMap<>();
        tables.forEach((table, reads) -> {
            TableReads earlier = before.tables.get(table);
            difference.put(table, earlier == null ? reads : reads.since(earlier));
        });
        return new SourceReads(blocks - before.blocks, difference);
    }
}
