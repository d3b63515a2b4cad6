package dev.diorama.subsetter.catalog;

import dev.diorama.subsetter.connection.Session;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;

/**
 * Lets the role that makes a sample see all of its rows, although policies may bind even the owner of a table.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">row security policies</a>
 */
public final class ForcedRowSecurity {
    private static final String GUARDED =
            """
            SELECT n.nspname AS schema, c.relname AS name
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND c.relrowsecurity AND c.relforcerowsecurity AND row_security_active(c.oid)""";

    private ForcedRowSecurity() {}

    /** Does something in one transaction, in which no policy binds the owner; after it they do again. */
    public static void lifted(Session session, Consumer<DSLContext> work) {
        List<Name> guarded = session.sql()
                .fetch(GUARDED)
                .map(row -> DSL.quotedName(row.get("schema", String.class), row.get("name", String.class)));
        session.sql().transaction(transaction -> {
            DSLContext sql = transaction.dsl();
            guarded.forEach(table -> sql.execute("ALTER TABLE {0} NO FORCE ROW LEVEL SECURITY", table));
            work.accept(sql);
            guarded.forEach(table -> sql.execute("ALTER TABLE {0} FORCE ROW LEVEL SECURITY", table));
        });
    }
}
