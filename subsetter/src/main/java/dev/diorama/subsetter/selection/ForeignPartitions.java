package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.connection.Session;
import java.util.HashSet;
import java.util.Set;

/** Partitioned tables some of whose partitions are on other servers, which are never read. */
final class ForeignPartitions {
    private static final String TABLES =
            """
            WITH RECURSIVE tree (root, oid) AS (
                SELECT c.oid, c.oid FROM pg_class c WHERE c.relkind = 'p' AND NOT c.relispartition
                UNION ALL
                SELECT t.root, i.inhrelid FROM tree t JOIN pg_inherits i ON i.inhparent = t.oid
            )
            SELECT DISTINCT t.root::bigint AS root
            FROM tree t
            JOIN pg_class c ON c.oid = t.oid AND c.relkind = 'f'""";

    private ForeignPartitions() {}

    /** The identities of those tables. */
    static Set<Long> of(Session session) {
        return new HashSet<>(session.sql().fetch(TABLES).map(row -> row.get("root", Long.class)));
    }
}
