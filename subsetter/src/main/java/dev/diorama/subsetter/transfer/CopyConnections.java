package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.SQL;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** A connection to read rows from and one to write them to. For one thread. */
record CopyConnections(Session source, Session target) implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;
    /** What a check says, or a function that it calls, which looks for rows of a table that has none yet. */
    private static final Set<String> MAY_PASS_LATER = Set.of("23514", "P0001", "P0002");

    static CopyConnections open(Snapshot source, Supplier<Session> target, CopyForm.Agreement agreement) {
        Session reading = source.open();
        try {
            Session writing = target.get();
            return new CopyConnections(reading, writing.prepared(() -> agreement.prepare(writing)));
        } catch (RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    /** Copies a batch and gives the number of its rows. */
    long copy(CopyBatch batch) {
        return copy(batch.table().name(), batch.copyOut(), batch.copyIn());
    }

    /**
     * Copies what one statement gives into what the other takes.
     *
     * @param table the table's name, for an error
     * @return the number of rows
     */
    long copy(TableName table, SQL copyOut, SQL copyIn) {
        try {
            CopyOut out = source.copy().copyOut(rendered(source, copyOut));
            try {
                return pour(out, target.copy().copyIn(rendered(target, copyIn)));
            } catch (SQLException e) {
                if (!MAY_PASS_LATER.contains(String.valueOf(e.getSQLState()))) {
                    throw e;
                }
                drain(out);
                throw new RowsRefused(failure(table, e));
            } finally {
                if (out.isActive()) {
                    out.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw failure(table, e);
        }
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }

    private static long pour(CopyOut out, CopyIn in) throws SQLException {
        try {
            byte[] buffer = new byte[BUFFER_BYTES];
            int filled = 0;
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                if (filled + row.length > buffer.length) {
                    in.writeToCopy(buffer, 0, filled);
                    filled = 0;
                }
                if (row.length > buffer.length) {
                    in.writeToCopy(row, 0, row.length);
                } else {
                    System.arraycopy(row, 0, buffer, filled, row.length);
                    filled += row.length;
                }
            }
            in.writeToCopy(buffer, 0, filled);
            return in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    /** Reads to the end, because breaking off would end the transaction that sees the snapshot. */
    private static void drain(CopyOut out) throws SQLException {
        byte[] row = new byte[0];
        while (out.isActive() && row != null) {
            row = out.readFromCopy();
        }
    }

    private static SubsetException failure(TableName table, SQLException cause) {
        return new SubsetException(
                "The rows of \"%s\" could not be copied: %s".formatted(table, PostgresMessage.withoutValues(cause)),
                cause);
    }

    private static String rendered(Session session, SQL sql) {
        return session.sql().render(sql);
    }
}
