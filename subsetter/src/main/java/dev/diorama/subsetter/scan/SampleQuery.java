package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.connection.Session;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * Some rows of a table, in one query that reads some tens of blocks, however large the table is.
 *
 * @param table the table
 * @param columns those of its columns that are looked at
 * @see <a href="https://www.postgresql.org/docs/current/sql-select.html#SQL-FROM">TABLESAMPLE</a>
 */
record SampleQuery(Table table, List<Column> columns, Encoding encoding) {
    static final int ROWS = 200;
    private static final int BLOCK_BYTES = 8192;
    /** A table of so many blocks is read from its beginning to its end. */
    private static final int SMALL = 64;

    private static final int BLOCKS = 40;
    private static final int MOST_BLOCKS = 300;
    private static final int TEXT_CHARACTERS = 4_000;
    private static final int DOCUMENT_CHARACTERS = 20_000;
    /** Longer documents would be decompressed and written out whole, only to be cut. */
    private static final int DOCUMENT_BYTES = 262_144;

    /** Whether the database knows what characters its bytes are. */
    enum Encoding {
        KNOWN,
        NONE;

        static Encoding of(Session source) {
            return source.sql()
                            .fetchSingle("SELECT getdatabaseencoding()")
                            .get(0, String.class)
                            .equals("SQL_ASCII")
                    ? NONE
                    : KNOWN;
        }
    }

    Result<? extends Record> fetch(Session source) {
        Result<? extends Record> rows = fetch(source, sampled());
        // A table that is mostly empty space has nothing in some tens of its blocks.
        return rows.isEmpty() ? fetch(source, DSL.sql("")) : rows;
    }

    private Result<? extends Record> fetch(Session source, SQL sample) {
        if (table.storages().isEmpty()) {
            return source.sql().newResult();
        }
        QueryPart texts = DSL.list(columns.stream().map(this::readable).toList());
        // Partitions one by one: one that is a foreign table is not copied, and its server may not answer.
        SQL[] parts = table.storages().stream()
                .map(storage -> DSL.sql(
                        "SELECT {0} FROM ONLY {1} {2}", texts, storage.name().sql(), sample))
                .toArray(SQL[]::new);
        // Flat, since a table may have thousands.
        String union =
                IntStream.range(0, parts.length).mapToObj("{%d}"::formatted).collect(Collectors.joining(" UNION ALL "));
        SQL rows = DSL.sql(union, (QueryPart[]) parts);
        return source.sql().resultQuery("{0} LIMIT {1}", rows, DSL.inline(ROWS)).fetch();
    }

    private SQL sampled() {
        long blocks = table.bytes() / BLOCK_BYTES;
        double rows = table.storages().stream()
                .mapToDouble(Storage::estimatedRows)
                .filter(estimate -> estimate > 0)
                .sum();
        double wanted =
                blocks <= SMALL || rows == 0 ? BLOCKS : Math.min(MOST_BLOCKS, Math.max(BLOCKS, ROWS / (rows / blocks)));
        if (blocks <= Math.max(SMALL, wanted)) {
            return everyFew(rows / ROWS);
        }
        String percentage = String.format(Locale.ROOT, "%.9f", 100 * wanted / blocks);
        return DSL.sql(
                "TABLESAMPLE SYSTEM ({0}) REPEATABLE (1) {1}",
                DSL.raw(percentage), everyFew(rows / blocks * wanted / ROWS));
    }

    /** Spreads the rows over the blocks that are read, by their numbers within each block. */
    private static SQL everyFew(double rows) {
        long step = (long) rows;
        return step <= 1 ? DSL.sql("") : DSL.sql("WHERE (ctid::text::point)[1]::bigint % {0} = 0", DSL.inline(step));
    }

    /** Bytes that are no characters come as backslashes and numbers: the driver would refuse them. */
    private QueryPart readable(Column column) {
        return switch (encoding) {
            case KNOWN -> text(column);
            case NONE -> DSL.sql("encode(convert_to({0}, 'SQL_ASCII'), 'escape')", text(column));
        };
    }

    private static QueryPart text(Column column) {
        QueryPart name = DSL.quotedName(column.name());
        if (ColumnType.isArray(column.type())) {
            return cut(name, DSL.sql("to_json({0})", name));
        }
        return ColumnType.of(column.type()) == ColumnType.JSON
                ? cut(name, name)
                : DSL.sql("left({0}::text, {1})", name, DSL.inline(TEXT_CHARACTERS));
    }

    private static SQL cut(QueryPart name, QueryPart document) {
        return DSL.sql(
                "CASE WHEN pg_column_size({0}) <= {1} THEN left({2}::text, {3}) END",
                name, DSL.inline(DOCUMENT_BYTES), document, DSL.inline(DOCUMENT_CHARACTERS));
    }
}
