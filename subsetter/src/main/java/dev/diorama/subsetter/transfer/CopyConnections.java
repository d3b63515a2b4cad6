package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jooq.SQL;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** A connection to read rows from and one to write them to. For one thread. */
record CopyConnections(Session source, Session target) implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;

    static CopyConnections open(Snapshot source, Supplier<Session> target) {
        Session reading = source.open();
        try {
            return new CopyConnections(reading, target.get());
        } catch (RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    /** Copies a batch, telling of it meanwhile, and gives the number of its rows. */
    long copy(CopyBatch batch, CopyProgress progress) {
        try {
            CopyOut out = source.copy().copyOut(rendered(source, batch.copyOut()));
            try {
                return pour(
                        out,
                        target.copy().copyIn(rendered(target, batch.copyIn())),
                        new BatchProgress(batch.table(), progress));
            } finally {
                if (out.isActive()) {
                    out.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new SubsetException(
                    "The rows of \"%s\" could not be copied: %s"
                            .formatted(batch.table(), PostgresMessage.withoutValues(e)),
                    e);
        }
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }

    private static long pour(CopyOut out, CopyIn in, BatchProgress progress) throws SQLException {
        try {
            byte[] buffer = new byte[BUFFER_BYTES];
            int filled = 0;
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                progress.read(row.length);
                if (filled + row.length > buffer.length) {
                    in.writeToCopy(buffer, 0, filled);
                    filled = 0;
                    progress.written();
                }
                if (row.length > buffer.length) {
                    in.writeToCopy(row, 0, row.length);
                } else {
                    System.arraycopy(row, 0, buffer, filled, row.length);
                    filled += row.length;
                }
            }
            in.writeToCopy(buffer, 0, filled);
            long rows = in.endCopy();
            progress.finished(rows);
            return rows;
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private static String rendered(Session session, SQL sql) {
        return session.sql().render(sql);
    }
}
