package dev.diorama.subsetter.catalog;

import java.util.Comparator;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * The name of a table, as it is stored: not folded, not quoted.
 *
 * @param schema the schema's name
 * @param table the table's name
 */
public record TableName(String schema, String table) implements Comparable<TableName> {
    private static final Comparator<TableName> ORDER =
            Comparator.comparing(TableName::schema).thenComparing(TableName::table);

    /** The name to write into SQL, which jOOQ quotes. */
    public Name sql() {
        return DSL.quotedName(schema, table);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** The name as people say it: without the schema where that is {@code public}. */
    @Override
    public String toString() {
        return schema.equals("public") ? table : schema + '.' + table;
    }
}
