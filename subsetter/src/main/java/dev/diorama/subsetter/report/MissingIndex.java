package dev.diorama.subsetter.report;

import dev.diorama.subsetter.catalog.TableName;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A foreign key whose columns no index of the child begins with, so that a large table was read from one end to the
 * other.
 *
 * @param table the relation that lacks the index: a plain table or one partition, since PostgreSQL makes no index of a
 *     partitioned table concurrently
 * @param columns the columns that the index should have, in the foreign key's order
 * @param foreignKey the foreign key's name
 */
public record MissingIndex(TableName table, List<String> columns, String foreignKey) {
    public MissingIndex {
        columns = List.copyOf(columns);
    }

    /** The statement that makes the index while the table is in use; it cannot run inside a transaction. */
    public String statement() {
        var sql = DSL.using(SQLDialect.POSTGRES);
        return "CREATE INDEX CONCURRENTLY ON %s (%s);"
                .formatted(
                        sql.render(table.sql()),
                        columns.stream()
                                .map(column -> sql.render(DSL.quotedName(column)))
                                .collect(Collectors.joining(", ")));
    }
}
