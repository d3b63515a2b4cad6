package dev.diorama.subsetter.catalog;

/**
 * Where rows physically lie: a plain table itself, or one leaf of a partitioned table.
 *
 * @param oid the relation's identity, which is its rows' {@code tableoid}
 * @param name the relation's name
 * @param bytes the size of its main fork
 * @param estimatedRows the row count that the last ANALYZE or VACUUM left, corrected for what the table has grown since;
 *     −1 where there was none
 * @param changes how many rows changed since then, as far as the server's statistics tell
 */
public record Storage(long oid, TableName name, long bytes, double estimatedRows, long changes) {
    private static final double TOLERATED_CHANGES = 0.01;

    /** Whether nothing has changed since rows were counted; ANALYZE counts all of a table of up to 30,000 blocks. */
    public boolean isEstimateExact() {
        return estimatedRows >= 0 && changes == 0;
    }

    /** Whether the estimate is as good as a count for deciding how many rows to take. */
    public boolean isEstimateFresh() {
        return estimatedRows >= 0 && changes <= estimatedRows * TOLERATED_CHANGES;
    }
}
