package dev.diorama.subsetter.selection;

/**
 * How many rows a table has and how many it should keep.
 *
 * @param sourceRows its rows in the source
 * @param eligibleRows those of them that a person wants, which the law counts
 * @param targetRows the rows that the law asks for
 * @param knownBy how the rows in the source are known
 */
public record TableSize(long sourceRows, long eligibleRows, long targetRows, RowsKnownBy knownBy) {
    private static final double TOLERANCE = 0.1;

    /** Whether that many rows are within a tenth of what the law asks for. */
    public boolean isMetBy(long rows) {
        return Math.abs(rows - targetRows) <= targetRows * TOLERANCE;
    }
}
