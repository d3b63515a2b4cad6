package dev.diorama.subsetter.verification;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForcedRowSecurity;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Counts the rows of a finished sample, many tables in one query. */
final class RowCounts {
    private static final int IN_QUERY = 100;

    private record Part(TableName table, TableName place) {}

    private RowCounts() {}

    static List<String> faults(Catalog catalog, Map<TableName, Long> copied, Relations relations, Session target) {
        Map<TableName, Long> counts = new HashMap<>();
        List<Part> parts = catalog.tables().keySet().stream()
                .flatMap(table -> catalog.places(table).stream().map(place -> new Part(table, place)))
                .filter(part -> relations.names().contains(part.place()))
                .toList();
        ForcedRowSecurity.lifted(target, sql -> {
            for (int from = 0; from < parts.size(); from += IN_QUERY) {
                count(sql, parts.subList(from, Math.min(parts.size(), from + IN_QUERY)), counts);
            }
        });
        List<String> faults = new ArrayList<>();
        for (TableName table : catalog.tables().keySet()) {
            long expected = copied.getOrDefault(table, 0L);
            long found = counts.getOrDefault(table, 0L);
            if (expected != found) {
                faults.add("table \"%s\" has %,d rows, and %,d were copied".formatted(table, found, expected));
            }
        }
        return faults;
    }

    private static void count(DSLContext sql, List<Part> parts, Map<TableName, Long> counts) {
        Record row = sql.resultQuery(
                        "SELECT {0}",
                        DSL.list(parts.stream()
                                .map(part -> DSL.sql(
                                        "(SELECT count(*) FROM ONLY {0})",
                                        part.place().sql()))
                                .toList()))
                .fetchSingle();
        for (int i = 0; i < parts.size(); i++) {
            counts.merge(parts.get(i).table(), row.get(i, Long.class), Long::sum);
        }
    }
}
