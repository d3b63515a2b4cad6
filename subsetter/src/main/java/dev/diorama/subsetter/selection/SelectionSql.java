package dev.diorama.subsetter.selection;

import java.util.List;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/** The pieces that selecting queries are made of. They run nothing. */
final class SelectionSql {
    private SelectionSql() {}

    /** Numbers as PostgreSQL writes an array: <code>{1,2}</code>. */
    static String array(long[] numbers) {
        StringBuilder array = new StringBuilder(numbers.length * 8 + 2).append('{');
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                array.append(',');
            }
            array.append(numbers[i]);
        }
        return array.append('}').toString();
    }

    static SQL list(List<? extends QueryPart> parts, String separator) {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            template.append(i == 0 ? "" : separator).append('{').append(i).append('}');
        }
        return DSL.sql(template.toString(), parts.toArray(QueryPart[]::new));
    }
}
