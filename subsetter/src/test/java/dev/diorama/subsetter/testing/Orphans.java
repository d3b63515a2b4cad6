package dev.diorama.subsetter.testing;

import static java.util.stream.Collectors.joining;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for rows that refer to rows which are not there, with a join for each foreign key. It does not ask whether
 * PostgreSQL takes the constraint for valid, because a constraint may be marked so over orphans.
 */
public final class Orphans {
    private static final String KEYS =
            """
            SELECT f.conname, f.conrelid::regclass::text AS child, f.confrelid::regclass::text AS parent,
                   child.relkind = 'p' AS child_partitioned, parent.relkind = 'p' AS parent_partitioned,
                   f.confmatchtype, coalesce((to_jsonb(f) ->> 'conperiod')::boolean, false) AS period,
                   (SELECT array_agg(quote_ident(attname) ORDER BY position)
                    FROM unnest(f.conkey) WITH ORDINALITY k (number, position)
                    JOIN pg_attribute ON attrelid = f.conrelid AND attnum = number) AS child_columns,
                   (SELECT array_agg(quote_ident(attname) ORDER BY position)
                    FROM unnest(f.confkey) WITH ORDINALITY k (number, position)
                    JOIN pg_attribute ON attrelid = f.confrelid AND attnum = number) AS parent_columns
            FROM pg_constraint f
            JOIN pg_class child ON child.oid = f.conrelid
            JOIN pg_class parent ON parent.oid = f.confrelid
            WHERE f.contype = 'f' AND f.conparentid = 0
            ORDER BY child, f.conname""";

    private Orphans() {}

    /** What was found: how many keys were looked at, and a line for each that does not hold. */
    public record Result(int keys, List<String> orphans) {}

    /** Looks at every foreign key of a database. */
    public static Result in(ConnectionUrl url) {
        try (Connection connection = Server.connect(url);
                Statement keys = connection.createStatement();
                Statement check = connection.createStatement();
                ResultSet key = keys.executeQuery(KEYS)) {
            int count = 0;
            List<String> orphans = new ArrayList<>();
            while (key.next()) {
                count++;
                try (ResultSet found = check.executeQuery(antiJoin(key))) {
                    found.next();
                    if (found.getLong(1) > 0) {
                        orphans.add("%s: %d".formatted(key.getString("conname"), found.getLong(1)));
                    }
                }
            }
            return new Result(count, orphans);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String antiJoin(ResultSet key) throws SQLException {
        String[] child = (String[]) key.getArray("child_columns").getArray();
        String[] parent = (String[]) key.getArray("parent_columns").getArray();
        boolean simple = key.getString("confmatchtype").equals("s");
        // The last column of a key with PERIOD is one that the parents' together contain.
        int equal = key.getBoolean("period") ? child.length - 1 : child.length;
        String matches = IntStream.range(0, equal)
                .mapToObj(i -> "p.%s = c.%s".formatted(parent[i], child[i]))
                .collect(joining(" AND "));
        String contained =
                equal == child.length ? "" : " HAVING c.%s <@ range_agg(p.%s)".formatted(child[equal], parent[equal]);
        // MATCH SIMPLE checks a row whose columns are all there; MATCH FULL one of which any is.
        String checked = IntStream.range(0, child.length)
                .mapToObj(i -> "c.%s IS NOT NULL".formatted(child[i]))
                .collect(joining(simple ? " AND " : " OR "));
        return "SELECT count(*) FROM %s %s c WHERE (%s) AND NOT EXISTS (SELECT FROM %s %s p WHERE %s%s)"
                .formatted(
                        key.getBoolean("child_partitioned") ? "" : "ONLY",
                        key.getString("child"),
                        checked,
                        key.getBoolean("parent_partitioned") ? "" : "ONLY",
                        key.getString("parent"),
                        matches,
                        contained);
    }
}
