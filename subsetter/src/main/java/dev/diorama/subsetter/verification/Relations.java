package dev.diorama.subsetter.verification;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import java.util.HashSet;
import java.util.Set;

/**
 * The tables and sequences that are there, so that no query fails on one that is missing before all faults are known.
 *
 * @param names their names
 */
record Relations(Set<TableName> names) {
    private static final String RELATIONS =
            """
            SELECT n.nspname AS schema, c.relname AS name
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'S') AND n.nspname !~ '^pg_'""";

    static Relations read(Session session) {
        return new Relations(new HashSet<>(session.sql()
                .fetch(RELATIONS)
                .map(row -> new TableName(row.get("schema", String.class), row.get("name", String.class)))));
    }
}
