package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.connection.Session;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;
import org.postgresql.copy.CopyOut;

/**
 * Reads the answer to a query in the binary form of COPY, without an object for each value.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4">binary format</a>
 */
final class BinaryRows {
    private static final int HEADER_BYTES = 19;
    private static final int END = -1;

    private BinaryRows() {}

    /** Told of each row, with the buffer in front of its first field. */
    interface Visitor {
        void visit(ByteBuffer row);
    }

    static void read(Session session, SQL query, Visitor visitor) {
        try {
            CopyOut out = session.copy()
                    .copyOut("COPY (%s) TO STDOUT (FORMAT binary)"
                            .formatted(session.sql().renderInlined(query)));
            try {
                int skipped = HEADER_BYTES;
                for (byte[] message = out.readFromCopy(); message != null; message = out.readFromCopy()) {
                    ByteBuffer buffer = ByteBuffer.wrap(message);
                    buffer.position(skipped);
                    skipped = 0;
                    while (buffer.hasRemaining() && buffer.getShort() != END) {
                        visitor.visit(buffer);
                    }
                }
            } finally {
                if (out.isActive()) {
                    out.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new DataAccessException("Rows could not be read from the source", e);
        }
    }

    /** Whether the next field is null, which is passed over then. */
    static boolean isNull(ByteBuffer row) {
        int length = row.getInt();
        if (length >= 0) {
            row.position(row.position() - Integer.BYTES);
        }
        return length < 0;
    }

    static long readLong(ByteBuffer row) {
        row.getInt();
        return row.getLong();
    }

    /** An oid, which has no sign. */
    static long readOid(ByteBuffer row) {
        row.getInt();
        return Integer.toUnsignedLong(row.getInt());
    }

    /** A ctid as {@link RowIdentity} has it. */
    static long readIdentity(ByteBuffer row) {
        row.getInt();
        long block = Integer.toUnsignedLong(row.getInt());
        return RowIdentity.of(block, Short.toUnsignedInt(row.getShort()));
    }

    static boolean readBoolean(ByteBuffer row) {
        row.getInt();
        return row.get() != 0;
    }
}
