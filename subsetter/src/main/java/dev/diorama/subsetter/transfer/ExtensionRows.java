package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Copies what users have put into the tables of extensions, as far as an extension says that this is theirs. All of it,
 * whatever the law says: it is configuration, and pg_dump would copy it, did it copy any rows.
 *
 * @see <a href="https://www.postgresql.org/docs/current/extend-extensions.html#EXTEND-EXTENSIONS-CONFIG-TABLES">extension
 *     configuration tables</a>
 */
final class ExtensionRows {
    private static final String TABLES =
            """
            SELECT e.extname AS extension, n.nspname AS schema, c.relname AS name, k.condition, c.relkind = 'S' AS sequence,
                   has_schema_privilege(n.oid, 'USAGE')
                       AND CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'SELECT')
                                ELSE has_table_privilege(c.oid, 'SELECT') END AS readable,
                   ARRAY(SELECT a.attname::text
                         FROM pg_attribute a
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                         ORDER BY a.attnum) AS columns
            FROM pg_extension e
            CROSS JOIN LATERAL unnest(e.extconfig, e.extcondition) WITH ORDINALITY AS k (oid, condition, position)
            JOIN pg_class c ON c.oid = k.oid AND c.relkind IN ('r', 'p', 'S')
            JOIN pg_namespace n ON n.oid = c.relnamespace
            ORDER BY e.oid, k.position""";

    private final Snapshot source;
    private final Session target;
    private final LeftOut leftOut;

    ExtensionRows(Snapshot source, Session target, LeftOut leftOut) {
        this.source = source;
        this.target = target;
        this.leftOut = leftOut;
    }

    void copy() {
        for (Record row : source.session().sql().fetch(TABLES)) {
            TableName table = new TableName(row.get("schema", String.class), row.get("name", String.class));
            // A failure ends the transaction that it happens in, so each table has one of its own.
            try (Session reading = source.open()) {
                if (!row.get("readable", Boolean.class)) {
                    throw new SubsetException("the source's role may not read it");
                }
                if (row.get("sequence", Boolean.class)) {
                    copySequence(reading, table);
                } else {
                    copyRows(reading, table, row);
                }
            } catch (SubsetException e) {
                leftOut.tell("What was added to \"%s\" of extension \"%s\" is left out: %s"
                        .formatted(table, row.get("extension", String.class), e.getMessage()));
            }
        }
    }

    private void copyRows(Session reading, TableName table, Record row) {
        QueryPart columns = DSL.list(List.of(row.get("columns", String[].class)).stream()
                .map(DSL::quotedName)
                .toList());
        new CopyConnections(reading, target)
                .copy(
                        table,
                        DSL.sql(
                                "COPY (SELECT {0} FROM ONLY {1} {2}) TO STDOUT",
                                columns,
                                table.sql(),
                                // The extension's own words, which pg_dump takes as they are, too.
                                DSL.raw(row.get("condition", String.class))),
                        DSL.sql("COPY {0} ({1}) FROM STDIN", table.sql(), columns),
                        (name, rows, bytes) -> {});
    }

    private void copySequence(Session reading, TableName sequence) {
        Record position = reading.sql().fetchSingle("SELECT last_value, is_called FROM {0}", sequence.sql());
        target.sql()
                .resultQuery(
                        "SELECT setval({0}::regclass, {1}, {2})",
                        DSL.inline(target.sql().render(sequence.sql())),
                        DSL.inline(position.get(0, Long.class)),
                        DSL.inline(position.get(1, Boolean.class)))
                .fetch();
    }
}
