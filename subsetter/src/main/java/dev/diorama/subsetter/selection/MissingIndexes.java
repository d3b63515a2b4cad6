package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;

/** Finds references of large tables whose rows cannot be found by what they refer to but by reading all of them. */
final class MissingIndexes {
    private static final long LARGE_BYTES = 8L << 20;

    /** Whether an index begins with those columns, in any order. A partitioned table's index covers its partitions. */
    private static final String INDEXED =
            """
            SELECT EXISTS (
                SELECT FROM pg_index i
                JOIN pg_class c ON c.oid = i.indexrelid
                WHERE i.indrelid = CAST({0} AS oid) AND i.indisvalid AND i.indpred IS NULL
                  AND (SELECT array_agg(a.attname::text)
                       FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
                       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
                       WHERE k.position <= cardinality(CAST({1} AS text[])))
                      @> CAST({1} AS text[]))""";

    private final Session session;
    private final Set<Link> looked = new LinkedHashSet<>();
    private final List<Link> missing = new ArrayList<>();

    MissingIndexes(Session session) {
        this.session = session;
    }

    /** Takes note of the links of a way that no index supports. */
    void look(List<Link> route) {
        for (Link link : route) {
            if (isLarge(link.child()) && looked.add(link) && !isIndexed(link)) {
                missing.add(link);
            }
        }
    }

    /** The links that were looked at and have no index. */
    List<Link> found() {
        return missing;
    }

    private static boolean isLarge(Table table) {
        return table.bytes() > LARGE_BYTES;
    }

    private boolean isIndexed(Link link) {
        String[] columns = link.parts().stream().map(Link.Part::childColumn).toArray(String[]::new);
        return session.sql()
                .resultQuery(INDEXED, DSL.inline(link.child().oid()), DSL.val(columns))
                .fetchSingle()
                .get(0, Boolean.class);
    }
}
