package dev.diorama.subsetter.properties;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Server;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a database, each as the text that PostgreSQL makes of it, in no order, as often as they are there. */
final class Rows {
    private Rows() {}

    /** All rows, by table. */
    static Map<TableId, List<String>> of(ConnectionUrl url, RandomSchema schema) {
        Map<TableId, List<String>> rows = new LinkedHashMap<>();
        for (RandomTable table : schema.tables()) {
            rows.put(
                    table.id(),
                    Server.query(
                            url,
                            "SELECT t::text FROM %s %s AS t ORDER BY 1"
                                    .formatted(
                                            table.isPartitioned() ? "" : "ONLY",
                                            table.id().sql())));
        }
        return rows;
    }

    /** The first of some rows that others have not, or not as often. */
    static Optional<String> missing(List<String> rows, List<String> others) {
        Map<String, Integer> counts = new HashMap<>();
        others.forEach(row -> counts.merge(row, 1, Integer::sum));
        List<String> missing = new ArrayList<>();
        for (String row : rows) {
            if (counts.merge(row, -1, Integer::sum) < 0) {
                missing.add(row);
            }
        }
        return missing.stream().findFirst();
    }
}
