package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.Session;
import org.jooq.Record;

/**
 * How a database writes and sorts text.
 *
 * @param encoding its encoding
 * @param collate how it sorts
 * @param characterType what it takes for letters
 */
record DatabaseLocale(String encoding, String collate, String characterType) {
    static DatabaseLocale read(Session session) {
        Record row = session.sql()
                .fetchSingle(
                        """
                SELECT pg_encoding_to_char(encoding) AS encoding, datcollate AS collate, datctype AS ctype
                FROM pg_database
                WHERE datname = current_database()""");
        return new DatabaseLocale(
                row.get("encoding", String.class), row.get("collate", String.class), row.get("ctype", String.class));
    }
}
