package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.privacy.Masks;
import dev.diorama.subsetter.privacy.RowMask;
import java.io.Closeable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jooq.SQL;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOperation;
import org.postgresql.copy.CopyOut;

/** A connection to read rows from and one to write them to. For one thread. */
record CopyConnections(Session source, Session target) implements Closeable {
    private static final int BUFFER_BYTES = 64 << 10;
    /** What a check says, or a function that it calls, which looks for rows of a table that has none yet. */
    private static final Set<String> MAY_PASS_LATER = Set.of("23514", "P0001", "P0002");

    static CopyConnections open(Snapshot source, Supplier<Session> target, CopyForm.Agreement agreement, Masks masks) {
        Session reading = source.open();
        try {
            if (masks.needComputing()) {
                reading.searchAsApplication();
            }
            // Rows are read where they lie. The planner would read a whole table for some thousand of them.
            reading.execute("SET enable_seqscan = off; SET max_parallel_workers_per_gather = 0");
            Session writing = target.get();
            return new CopyConnections(reading, writing.prepared(() -> agreement.prepare(writing)));
        } catch (RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    /** Copies a batch, telling of it meanwhile, and gives the number of its rows. */
    long copy(CopyBatch batch, Optional<RowMask> mask, CopyProgress progress) {
        return copy(batch.table().name(), batch.copyOut(), batch.copyIn(), masking(mask), progress);
    }

    /** Copies a batch into another table of the same columns. */
    void copyInto(SQL other, CopyBatch batch, Optional<RowMask> mask) {
        copy(batch.table().name(), batch.copyOut(), batch.copyInto(other), masking(mask), (table, rows, bytes) -> {});
    }

    private static UnaryOperator<byte[]> masking(Optional<RowMask> mask) {
        return mask.<UnaryOperator<byte[]>>map(rows -> rows::mask).orElse(UnaryOperator.identity());
    }

    /**
     * Copies what one statement gives into what the other takes, as it is.
     *
     * @param table the table's name, for an error
     * @param progress is told of it meanwhile
     * @return the number of rows
     */
    long copy(TableName table, SQL copyOut, SQL copyIn, CopyProgress progress) {
        return copy(table, copyOut, copyIn, UnaryOperator.identity(), progress);
    }

    private long copy(TableName table, SQL copyOut, SQL copyIn, UnaryOperator<byte[]> change, CopyProgress progress) {
        CopyOut out = on(source, table, () -> source.copy().copyOut(rendered(source, copyOut)));
        try {
            CopyIn in = on(target, table, () -> target.copy().copyIn(rendered(target, copyIn)));
            try {
                return pour(table, out, in, change, new BatchProgress(table, progress));
            } catch (SubsetException e) {
                if (!(e.getCause() instanceof SQLException cause)
                        || !MAY_PASS_LATER.contains(String.valueOf(cause.getSQLState()))) {
                    throw e;
                }
                drain(table, out);
                throw new RowsRefused(e);
            } finally {
                cancel(in);
            }
        } finally {
            cancel(out);
        }
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }

    private long pour(TableName table, CopyOut out, CopyIn in, UnaryOperator<byte[]> change, BatchProgress progress) {
        Step<byte @Nullable []> read = out::readFromCopy;
        byte[] buffer = new byte[BUFFER_BYTES];
        int filled = 0;
        for (byte[] given = on(source, table, read); given != null; given = on(source, table, read)) {
            byte[] row = change.apply(given);
            progress.read(row.length);
            if (filled + row.length > buffer.length) {
                write(table, in, buffer, filled);
                filled = 0;
                progress.written();
            }
            if (row.length > buffer.length) {
                write(table, in, row, row.length);
            } else {
                System.arraycopy(row, 0, buffer, filled, row.length);
                filled += row.length;
            }
        }
        write(table, in, buffer, filled);
        long rows = on(target, table, in::endCopy);
        progress.finished(rows);
        return rows;
    }

    /** Reads to the end, because breaking off would end the transaction that sees the snapshot. */
    private void drain(TableName table, CopyOut out) {
        Step<byte @Nullable []> read = out::readFromCopy;
        byte[] row = new byte[0];
        while (out.isActive() && row != null) {
            row = on(source, table, read);
        }
    }

    private void write(TableName table, CopyIn in, byte[] bytes, int length) {
        on(target, table, () -> {
            in.writeToCopy(bytes, 0, length);
            return length;
        });
    }

    /** One thing to ask of one of the two servers. */
    @FunctionalInterface
    private interface Step<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    private static <T extends @Nullable Object> T on(Session session, TableName table, Step<T> step) {
        try {
            return step.run();
        } catch (SQLException e) {
            throw session.explain(e)
                    .orElseGet(() -> new SubsetException(
                            "The rows of \"%s\" could not be copied: %s".formatted(table, PostgresMessage.ofCopy(e)),
                            e));
        }
    }

    private static void cancel(CopyOperation copy) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            // It is cancelled because something failed, and that is what must be told.
        }
    }

    private static String rendered(Session session, SQL sql) {
        return session.sql().render(sql);
    }
}
