package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.selection.RowIdentity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Rows that one COPY moves: all of a storage, or those that lie at certain places.
 *
 * @param table the table whose rows they are
 * @param storage where they lie in the source. In the target the table itself finds the partition, because hashes of
 *     enums, and the order of texts, may differ between two databases
 * @param columns the columns to copy, generated ones left out
 * @param selected what is read of each of them
 * @param form how they travel
 * @param identities their places, sorted; nothing for all rows
 * @param blocks between which blocks of the storage all rows lie; nothing for all of them
 * @param limit how many rows at most; nothing for any number
 */
record CopyBatch(
        Table table,
        Storage storage,
        List<String> columns,
        List<QueryPart> selected,
        CopyForm form,
        Optional<long[]> identities,
        Optional<Blocks> blocks,
        Optional<Integer> limit) {
    static final Optional<Integer> NO_LIMIT = Optional.empty();
    static final Optional<long[]> ALL_ROWS = Optional.empty();

    private static final int BLOCK_BYTES = 8_192;
    private static final int ROW_BYTES = 100;

    /**
     * Some of a storage's blocks, one after another.
     *
     * @param from the first
     * @param to behind the last; nothing for all that come after the first
     */
    record Blocks(long from, Optional<Long> to) {
        /** All blocks of a storage, so many at a time. */
        static List<Blocks> of(Storage storage, int atATime) {
            List<Blocks> parts = new ArrayList<>();
            long all = storage.bytes() / BLOCK_BYTES;
            for (long from = 0; from == 0 || from < all; from += atATime) {
                parts.add(new Blocks(from, from + atATime < all ? Optional.of(from + atATime) : Optional.empty()));
            }
            return parts;
        }

        private SQL where() {
            SQL begin = DSL.sql(" WHERE ctid >= {0}::tid", DSL.inline("(%d,0)".formatted(from)));
            return to.map(end -> DSL.sql("{0} AND ctid < {1}::tid", begin, DSL.inline("(%d,0)".formatted(end))))
                    .orElse(begin);
        }
    }

    /** How much there is to do, in rows or what compares to them. */
    long weight() {
        long bytes = blocks.flatMap(Blocks::to)
                .map(end -> (end - blocks.get().from()) * BLOCK_BYTES)
                .orElse(storage.bytes());
        return identities.map(array -> (long) array.length).orElse(Math.max(1, bytes / ROW_BYTES));
    }

    /** Its first rows. */
    CopyBatch first(int rows) {
        return new CopyBatch(
                table,
                storage,
                columns,
                selected,
                form,
                identities.map(array -> Arrays.copyOf(array, Math.min(rows, array.length))),
                blocks,
                Optional.of(rows));
    }

    SQL copyOut() {
        SQL where = identities
                .map(array -> DSL.sql(
                        " WHERE ctid = ANY ({0}::tid[])", DSL.inline(RowIdentity.array(array, 0, array.length))))
                .or(() -> blocks.map(Blocks::where))
                .orElse(DSL.sql(""));
        SQL most = limit.map(rows -> DSL.sql(" LIMIT {0}", DSL.inline(rows))).orElse(DSL.sql(""));
        return DSL.sql(
                "COPY (SELECT {0} FROM ONLY {1}{2}{3}) TO STDOUT {4}",
                list(selected), storage.name().sql(), where, most, form.sql());
    }

    SQL copyIn() {
        TableName into = table.partitioned() ? table.name() : storage.name();
        return copyInto(DSL.sql("{0}", into.sql()));
    }

    /** The same rows, into another table of the same columns. */
    SQL copyInto(SQL other) {
        return columns.isEmpty()
                ? DSL.sql("COPY {0} FROM STDIN {1}", other, form.sql())
                : DSL.sql("COPY {0} ({1}) FROM STDIN {2}", other, columnList(), form.sql());
    }

    private QueryPart columnList() {
        return list(columns.stream().map(DSL::quotedName).toList());
    }

    private static QueryPart list(List<? extends QueryPart> parts) {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            template.append(i == 0 ? "" : ", ").append('{').append(i).append('}');
        }
        return DSL.sql(template.toString(), parts.toArray(QueryPart[]::new));
    }
}
