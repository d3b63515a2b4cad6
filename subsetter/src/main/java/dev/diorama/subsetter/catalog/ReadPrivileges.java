package dev.diorama.subsetter.catalog;

import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Finds out, before anything is read, whether the connected role may read every row of every table. */
public final class ReadPrivileges {
    private ReadPrivileges() {}

    /**
     * Throws an exception that names every table which the role may not read, and the statements that change it.
     *
     * @param session a connection to the source
     * @param role the role's name, for the message
     */
    public static void require(Session session, String role) {
        List<TableName> unreadable = new ArrayList<>();
        List<TableName> filtered = new ArrayList<>();
        List<String> grants = new ArrayList<>();
        for (Record row : session.sql().fetch(CatalogQueries.UNREADABLE)) {
            TableName name = new TableName(row.get("schema", String.class), row.get("name", String.class));
            if (row.get("hidden_schema", Boolean.class)) {
                grants.add(session.sql()
                        .render(DSL.sql(
                                "GRANT USAGE ON SCHEMA {0} TO {1};",
                                DSL.quotedName(name.schema()), DSL.quotedName(role))));
            }
            if (!row.get("readable", Boolean.class)) {
                grants.add(
                        session.sql().render(DSL.sql("GRANT SELECT ON {0} TO {1};", name.sql(), DSL.quotedName(role))));
            }
            if (row.get("hidden_schema", Boolean.class) || !row.get("readable", Boolean.class)) {
                unreadable.add(name);
            } else {
                filtered.add(name);
            }
        }
        if (!unreadable.isEmpty()) {
            throw new SubsetException("Role \"%s\" may not read %s. Run as the owner of the tables:%n%s"
                    .formatted(
                            role,
                            listed(unreadable),
                            grants.stream().distinct().collect(Collectors.joining(System.lineSeparator()))));
        }
        if (!filtered.isEmpty()) {
            throw new SubsetException(
                    "Row-level security hides rows of %s from role \"%s\". Connect as a role with BYPASSRLS, or as the owner"
                            .formatted(listed(filtered), role));
        }
    }

    /** The tables of extensions that the connected role may not read. Their rows come with the extension. */
    public static List<TableName> unreadableInExtensions(Session session) {
        return session.sql()
                .fetch(CatalogQueries.UNREADABLE_IN_EXTENSIONS)
                .map(row -> new TableName(row.get("schema", String.class), row.get("name", String.class)));
    }

    private static String listed(List<TableName> names) {
        String tables = names.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        return names.size() == 1 ? "table " + tables : "tables " + tables;
    }
}
