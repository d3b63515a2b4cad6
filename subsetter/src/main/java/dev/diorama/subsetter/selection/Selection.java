package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows chosen so far, and which key demanded how many of them. Closed under every foreign key between two steps of
 * the {@link Selector}.
 */
public final class Selection {
    private final Map<TableName, RowSet> rows = new LinkedHashMap<>();
    private final Map<ForeignKey, Long> demanded = new LinkedHashMap<>();

    Selection(Catalog catalog) {
        catalog.tables().values().forEach(table -> rows.put(table.name(), RowSet.empty(table)));
    }

    /** The rows chosen of that table. */
    public RowSet rows(TableName table) {
        RowSet set = rows.get(table);
        if (set == null) {
            throw new IllegalArgumentException("No table " + table + " in the selection");
        }
        return set;
    }

    /** How many rows of its parent a key brought into the sample that nobody had chosen before. */
    public long demandedBy(ForeignKey key) {
        return demanded.getOrDefault(key, 0L);
    }

    /** The key that demanded the most rows of a table, if any did. */
    public Optional<ForeignKey> mostDemanding(TableName table) {
        return demanded.entrySet().stream()
                .filter(entry -> entry.getKey().parent().equals(table))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    RowSet choose(Table table, RowBuffer buffer) {
        return rows(table.name()).add(buffer);
    }

    void chooseAll(Table table, long size) {
        rows.put(table.name(), RowSet.all(table, size));
    }

    void countDemand(ForeignKey key, long count) {
        demanded.merge(key, count, Long::sum);
    }
}
