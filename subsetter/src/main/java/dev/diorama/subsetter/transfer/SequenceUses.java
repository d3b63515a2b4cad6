package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Sequence;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/** Which values of sequences are in use in the columns that are filled from them. */
final class SequenceUses {
    private SequenceUses() {}

    /**
     * For each sequence, by its place in the list, the value in use that is furthest in its direction. What lies outside
     * of its bounds is none of its values.
     */
    static Map<Integer, Long> in(Session session, Catalog catalog, List<Sequence> sequences) {
        List<SQL> parts = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            Sequence sequence = sequences.get(i);
            for (Sequence.User user : sequence.users()) {
                for (TableName place : catalog.places(user.table())) {
                    parts.add(DSL.sql(
                            "SELECT {0} AS i, {1}({2}) FILTER (WHERE {2} BETWEEN {3} AND {4})::bigint AS value FROM ONLY {5}",
                            DSL.inline(i),
                            DSL.raw(sequence.increment() > 0 ? "max" : "min"),
                            DSL.quotedName(user.column()),
                            DSL.inline(sequence.least()),
                            DSL.inline(sequence.most()),
                            place.sql()));
                }
            }
        }
        Map<Integer, Long> values = new HashMap<>();
        for (Record row : parts.isEmpty() ? List.<Record>of() : session.sql().fetch(union(parts))) {
            Long value = row.get("value", Long.class);
            int i = row.get("i", Integer.class);
            if (value != null) {
                values.merge(i, value, sequences.get(i).increment() > 0 ? Math::max : Math::min);
            }
        }
        return values;
    }

    static SQL union(List<SQL> parts) {
        String template = String.join(
                " UNION ALL ",
                IntStream.range(0, parts.size()).mapToObj("{%d}"::formatted).toList());
        return DSL.sql(template, parts.toArray(SQL[]::new));
    }
}
