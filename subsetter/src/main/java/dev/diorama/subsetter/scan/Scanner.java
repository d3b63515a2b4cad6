package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.connection.Session;
import java.util.List;

/**
 * Finds personal data and credentials, by the names and types of columns and by the values of some rows of each table.
 * What it saw of the values it forgets: neither findings nor failures hold any.
 */
public final class Scanner {
    private Scanner() {}

    /**
     * Looks at every table of a catalog, with at most two queries for each.
     *
     * @param source a session that sees the moment that the catalog was read in
     * @return the findings, by table in the catalog's order, then by column in the table's
     */
    public static List<Finding> scan(Session source, Catalog catalog) {
        Proposals proposals = new Proposals(catalog);
        SampleQuery.Encoding encoding = SampleQuery.Encoding.of(source);
        return catalog.tables().values().stream()
                .flatMap(table -> new TableScan(table, proposals).findings(source, encoding).stream())
                .toList();
    }
}
