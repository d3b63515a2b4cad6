package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.connection.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * A sample that was made before, whose rows are to stay where they still exist. Rows are known again by their primary
 * keys, as text; those of a table without one are not.
 */
public final class EarlierSample {
    private static final int KEYS_IN_QUERY = 20_000;

    private final Session session;
    private final Catalog catalog;

    /**
     * A sample.
     *
     * @param session a connection to it
     * @param catalog what it holds
     */
    public EarlierSample(Session session, Catalog catalog) {
        this.session = session;
        this.catalog = catalog;
    }

    /** The rows of a table that it has and that the source still has. */
    int[] rows(RowGraph graph, Table table) {
        Table earlier = catalog.tables().get(table.name());
        IntList rows = new IntList();
        if (earlier != null
                && !table.primaryKey().isEmpty()
                && earlier.primaryKey().equals(table.primaryKey())) {
            KeyReader keys = new KeyReader(graph, table, rows);
            BinaryRows.read(session, keys(earlier), keys::read);
            keys.find();
        }
        return Lots.inOrder(graph.nodes(table), rows.toArray());
    }

    private static SQL keys(Table table) {
        List<SQL> columns = table.primaryKey().stream()
                .map(column -> DSL.sql("CAST({0} AS text)", DSL.quotedName(column)))
                .toList();
        QueryPart name = table.name().sql();
        return DSL.sql(
                table.partitioned() ? "SELECT {0} FROM {1}" : "SELECT {0} FROM ONLY {1}",
                SelectionSql.list(columns, ", "),
                name);
    }

    /** Collects keys and asks for their rows, some thousand at a time. */
    private static final class KeyReader {
        private final RowGraph graph;
        private final Table table;
        private final IntList rows;
        private final List<List<String>> columns = new ArrayList<>();

        KeyReader(RowGraph graph, Table table, IntList rows) {
            this.graph = graph;
            this.table = table;
            this.rows = rows;
            table.primaryKey().forEach(column -> columns.add(new ArrayList<>()));
        }

        void read(ByteBuffer fields) {
            for (List<String> column : columns) {
                byte[] text = new byte[fields.getInt()];
                fields.get(text);
                column.add(new String(text, StandardCharsets.UTF_8));
            }
            if (columns.getFirst().size() == KEYS_IN_QUERY) {
                find();
            }
        }

        void find() {
            if (columns.getFirst().isEmpty()) {
                return;
            }
            List<SQL> arrays = new ArrayList<>();
            List<SQL> names = new ArrayList<>();
            List<SQL> equal = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String column = table.primaryKey().get(i);
                SQL name = DSL.sql("{0}", DSL.quotedName("k", "#key %d".formatted(i)));
                arrays.add(
                        DSL.sql("CAST({0} AS text[])", DSL.inline(columns.get(i).toArray(String[]::new))));
                names.add(DSL.sql("{0}", DSL.quotedName("#key %d".formatted(i))));
                equal.add(DSL.sql(
                        "{0} = CAST({1} AS {2})",
                        DSL.quotedName("c", column),
                        name,
                        DSL.raw(table.column(column).type())));
                columns.get(i).clear();
            }
            SQL from = DSL.sql(
                    "{0} JOIN unnest({1}) AS k ({2}) ON {3}",
                    graph.relation(table).from("c"),
                    SelectionSql.list(arrays, ", "),
                    SelectionSql.list(names, ", "),
                    SelectionSql.list(equal, " AND "));
            rows.addAll(graph.find(table, from));
        }
    }
}
