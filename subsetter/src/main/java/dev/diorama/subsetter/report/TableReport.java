package dev.diorama.subsetter.report;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.selection.RowsKnownBy;
import dev.diorama.subsetter.sizing.SizeLaw;
import java.util.Optional;

/**
 * What became of a table, or would.
 *
 * @param name its name
 * @param sourceRows its rows in the source
 * @param knownBy how these are known
 * @param law what it keeps
 * @param targetRows the rows that the law asks for
 * @param rows the rows in the sample
 * @param bytes how many bytes these rows were while they were copied
 * @param why why there are more or fewer of them than a tenth from what the law asks for; nothing where there are not
 */
public record TableReport(
        TableName name,
        long sourceRows,
        RowsKnownBy knownBy,
        SizeLaw law,
        long targetRows,
        long rows,
        long bytes,
        Optional<String> why) {
    /** By how many rows the law is missed, in whichever direction. */
    public long distance() {
        return Math.abs(rows - targetRows);
    }
}
