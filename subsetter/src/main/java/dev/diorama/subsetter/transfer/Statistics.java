package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.concurrent.Workers;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Name;
import org.jooq.impl.DSL;

/** Takes statistics of everything that has rows, so that the sample's plans are like the source's. */
public final class Statistics {
    /** A partitioned table brings its partitions along, and would bring a foreign one, which cannot be reached. */
    private static final String RELATIONS =
            """
            WITH RECURSIVE elsewhere (oid) AS (
                SELECT i.inhparent FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE c.relkind = 'f'
                UNION
                SELECT i.inhparent FROM pg_inherits i JOIN elsewhere e ON e.oid = i.inhrelid
            )
            SELECT n.nspname AS schema, c.relname AS name
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm') AND c.relispopulated AND c.relpersistence <> 't' AND n.nspname !~ '^pg_'
              AND n.nspname <> 'information_schema' AND pg_has_role(c.relowner, 'USAGE')
              AND c.oid NOT IN (SELECT oid FROM elsewhere)
              AND (NOT c.relispartition
                   OR EXISTS (SELECT FROM pg_inherits i JOIN elsewhere e ON e.oid = i.inhparent WHERE i.inhrelid = c.oid))
            ORDER BY c.relpages DESC, n.nspname, c.relname""";

    private Statistics() {}

    /**
     * Takes them.
     *
     * @param target opens sessions
     * @param jobs how many sessions do it at the same time
     * @param cancellation what the sessions heed
     * @return how many relations they are of
     */
    public static int take(Supplier<Session> target, int jobs, Cancellation cancellation) {
        List<Name> names;
        try (Session session = target.get()) {
            names = session.sql()
                    .fetch(RELATIONS)
                    .map(row -> DSL.quotedName(row.get("schema", String.class), row.get("name", String.class)));
        }
        Workers.run(
                cancellation,
                jobs,
                names,
                target,
                (own, name) -> own.execute(own.sql().render(DSL.sql("ANALYZE {0}", name))));
        return names.size();
    }
}
