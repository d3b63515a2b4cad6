package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.TableName;

/**
 * Tells of one batch while it is copied. A message of COPY holds one row, but in binary form the last one holds none: so
 * a row is told of when the message after it has come, and the last of them when the server has said how many there
 * were. For one thread.
 */
final class BatchProgress {
    private final TableName table;
    private final CopyProgress progress;
    private long messages;
    private long rowsTold;
    private long bytes;

    BatchProgress(TableName table, CopyProgress progress) {
        this.table = table;
        this.progress = progress;
    }

    /** A message was read. */
    void read(int length) {
        messages++;
        bytes += length;
    }

    /** All messages but the newest, or with it, are on their way to the target. */
    void written() {
        tell(Math.max(0, messages - 1));
    }

    /** The target has them all. */
    void finished(long rows) {
        tell(rows);
    }

    private void tell(long rows) {
        progress.copied(table, rows - rowsTold, bytes);
        rowsTold = rows;
        bytes = 0;
    }
}
