package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.TableName;

/** Is told of rows while they are copied, by several threads. */
@FunctionalInterface
public interface CopyProgress {
    /** So many rows and bytes of a table were written, in addition to those told of before; rows may be none. */
    void copied(TableName table, long rows, long bytes);
}
