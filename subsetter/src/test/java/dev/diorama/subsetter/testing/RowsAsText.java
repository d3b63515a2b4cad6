package dev.diorama.subsetter.testing;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares rows of a sample with those of its source by what the server prints of them. */
public final class RowsAsText {
    /** Tables with rows of their own, quoted, and whether they are partitioned. */
    private static final String TABLES =
            """
            SELECT format('%s %I.%I', CASE c.relkind WHEN 'p' THEN '' ELSE 'ONLY' END, n.nspname, c.relname)
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ORDER BY 1""";

    private RowsAsText() {}

    /** What was found: how many rows were compared, and the tables with rows that the source has not. */
    public record Result(int rows, List<String> strangers) {}

    /** Looks at every row of a sample; one that is in the source twice may be in the sample twice. */
    public static Result compare(ConnectionUrl source, ConnectionUrl sample) {
        int rows = 0;
        List<String> strangers = new ArrayList<>();
        for (String table : Server.query(sample, TABLES)) {
            String query = "SELECT md5(r::text) FROM %s AS r".formatted(table);
            Map<String, Integer> there = new HashMap<>();
            Server.query(source, query).forEach(row -> there.merge(row, 1, Integer::sum));
            List<String> here = Server.query(sample, query);
            rows += here.size();
            if (here.stream().anyMatch(row -> there.merge(row, -1, Integer::sum) < 0)) {
                strangers.add(table);
            }
        }
        return new Result(rows, strangers);
    }
}
