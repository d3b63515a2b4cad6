package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.connection.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.SQL;
import org.jooq.exception.DataAccessException;

/**
 * Runs queries whose rows are a storage, a row identity, bits and a weight. The selection asks the same again in its
 * next round where nothing was chosen meanwhile, and a snapshot gives the same answer, so the last answers are kept:
 * 16 of them, 100,000 rows each at most, which are 45 MB.
 */
final class RowFetcher {
    private static final int ANSWERS = 16;
    private static final int ROWS = 100_000;
    private static final float LOAD_FACTOR = 0.75f;

    private final Session session;
    private final Map<Question, RowBuffer> answers = new LinkedHashMap<>(ANSWERS, LOAD_FACTOR, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, RowBuffer> eldest) {
            return size() > ANSWERS;
        }
    };

    private record Question(String sql, List<Object> values) {}

    RowFetcher(Session session) {
        this.session = session;
    }

    /** The rows in the server's order; they are shared with whoever asked the same before, and not to be changed. */
    RowBuffer fetch(SQL query) {
        Question question = new Question(
                session.sql().render(query), List.copyOf(session.sql().extractBindValues(query)));
        RowBuffer known = answers.get(question);
        if (known != null) {
            return known;
        }
        RowBuffer answer = run(query);
        if (answer.size() <= ROWS) {
            answers.put(question, answer);
        }
        return answer;
    }

    private RowBuffer run(SQL query) {
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
