package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.connection.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;

/** Runs queries whose rows are a storage, a row identity, bits and a weight. */
record RowFetcher(Session session) {
    RowBuffer fetch(SQL query) {
        RowBuffer buffer = new RowBuffer();
        try (ResultSet rows = session.sql().resultQuery(query).fetchResultSet()) {
            while (rows.next()) {
                buffer.add(rows.getLong(1), RowIdentity.parse(rows.getBytes(2)), rows.getInt(3), rows.getLong(4));
            }
        } catch (SQLException e) {
            throw new DataAccessException("Rows could not be read from the source", e);
        }
        return buffer;
    }
}
