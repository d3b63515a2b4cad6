package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.SubsetException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.postgresql.copy.CopyOut;

/**
 * Looks for source values of masked columns in a finished sample: reads every column that holds texts, completely, and
 * asks of each value, and of each of its telling words, whether it was one. No value is kept, and none is in a leak.
 */
public final class LeakCheck {
    private final Session sample;
    private final RecentlyAsked values;

    /**
     * A check.
     *
     * @param sample a session on the finished sample, which is only read
     * @param values what knows the source's values
     */
    public LeakCheck(Session sample, SourceValues values) {
        this.sample = sample;
        this.values = new RecentlyAsked(values);
    }

    /**
     * Reads the tables of a catalog.
     *
     * @return what it found, in the catalog's order; nothing if all is well
     */
    public List<Leak> leaks(Catalog catalog) {
        List<Leak> leaks = new ArrayList<>();
        catalog.tables().values().forEach(table -> leaks.addAll(leaks(table)));
        return leaks;
    }

    /** Reads one table. */
    public List<Leak> leaks(Table table) {
        List<Column> columns =
                table.columns().stream().filter(LeakCheck::holdsTexts).toList();
        if (columns.isEmpty()) {
            return List.of();
        }
        List<ColumnCheck> checks =
                columns.stream().map(column -> new ColumnCheck(column, values)).toList();
        QueryPart names = DSL.list(
                columns.stream().map(column -> DSL.quotedName(column.name())).toList());
        try {
            String encoding = SampleQuery.Encoding.of(sample) == SampleQuery.Encoding.NONE ? "SQL_ASCII" : "UTF8";
            // Partitions one by one: one that is a foreign table cannot be reached, and was not filled.
            for (Storage storage : table.storages()) {
                read(
                        sample.sql()
                                .render(DSL.sql(
                                        "COPY (SELECT {0} FROM ONLY {1}) TO STDOUT (FORMAT text, ENCODING {2})",
                                        names, storage.name().sql(), DSL.inline(encoding))),
                        checks);
            }
        } catch (SQLException e) {
            throw sample.explain(e)
                    .orElseGet(() -> new SubsetException(
                            "Table \"%s\" of the sample could not be searched for values that should be masked"
                                    .formatted(table),
                            e));
        }
        return checks.stream().flatMap(check -> check.leaks(table.name())).toList();
    }

    private void read(String query, List<ColumnCheck> checks) throws SQLException {
        CopyOut rows = sample.copy().copyOut(query);
        try {
            for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                CopyFields fields = new CopyFields(row);
                for (ColumnCheck check : checks) {
                    Optional<String> value = fields.next();
                    value.ifPresent(check::look);
                }
            }
        } finally {
            if (rows.isActive()) {
                rows.cancelCopy();
            }
        }
    }

    private static boolean holdsTexts(Column column) {
        return switch (ColumnType.of(column.type())) {
            case TEXT, JSON, OTHER, INET, MAC, UUID -> true;
            case DATE, NUMBER, BYTES, NOTHING -> false;
        };
    }
}
