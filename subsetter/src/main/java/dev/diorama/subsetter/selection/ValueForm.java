package dev.diorama.subsetter.selection;

import static dev.diorama.subsetter.selection.SelectionSql.list;

import java.util.List;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * How the columns of a key become one number of 64 bits, by which references are followed without asking the server.
 * Equal keys have equal numbers; where they have not, the server is asked, whose answer counts.
 */
enum ValueForm {
    /** The integer itself. */
    NUMBER {
        @Override
        SQL of(List<SQL> columns) {
            return DSL.sql("CAST({0} AS bigint)", columns.getFirst());
        }
    },
    /** PostgreSQL's own hash of the values, which knows what equality means for their types. */
    HASH {
        @Override
        SQL of(List<SQL> columns) {
            return DSL.sql(
                    "CASE WHEN {0} THEN hash_record_extended(ROW({1}), 0) END", given(columns), list(columns, ", "));
        }
    },
    /** A hash of their text, for types without a hash of their own. */
    TEXT {
        @Override
        SQL of(List<SQL> columns) {
            return DSL.sql(
                    "CASE WHEN {0} THEN hashtextextended(CAST(ROW({1}) AS text), 0) END",
                    given(columns), list(columns, ", "));
        }
    };

    /** The number, or null where a column is null. */
    abstract SQL of(List<SQL> columns);

    private static SQL given(List<SQL> columns) {
        return list(
                columns.stream()
                        .map(column -> DSL.sql("{0} IS NOT NULL", column))
                        .toList(),
                " AND ");
    }
}
