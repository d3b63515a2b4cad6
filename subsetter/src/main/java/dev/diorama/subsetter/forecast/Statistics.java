package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.catalog.TableName;
import java.util.Map;

/**
 * What is known of the rows of tables without having read them. Immutable.
 *
 * @param tables for each table what is known of it
 */
record Statistics(Map<TableName, TableStatistics> tables) {
    private static final TableStatistics NOTHING = new TableStatistics(0, Map.of());

    /**
     * What is known of a table.
     *
     * @param rowBytes how many bytes a row is on average while it is copied
     * @param columns what is known of its columns, those at least that refer to rows
     */
    record TableStatistics(double rowBytes, Map<String, ColumnStatistics> columns) {
        TableStatistics {
            columns = Map.copyOf(columns);
        }
    }

    /**
     * What is known of a column.
     *
     * @param nulls what part of its values is null, from 0 to 1
     * @param distinct how many different values it has
     */
    record ColumnStatistics(double nulls, double distinct) {}

    Statistics {
        tables = Map.copyOf(tables);
    }

    /** What is known of a table. */
    TableStatistics of(TableName table) {
        return tables.getOrDefault(table, NOTHING);
    }
}
