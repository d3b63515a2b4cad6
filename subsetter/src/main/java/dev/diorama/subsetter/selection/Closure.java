package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/** Brings into the selection every row that its rows refer to, and the rows that those refer to, until none is missing. */
final class Closure {
    private final Catalog catalog;
    private final Selection selection;
    private final RowFetcher fetcher;

    Closure(Catalog catalog, Selection selection, RowFetcher fetcher) {
        this.catalog = catalog;
        this.selection = selection;
        this.fetcher = fetcher;
    }

    /** Closes the selection, which was closed before {@code added} came into it. */
    void close(RowSet added) {
        Deque<RowSet> open = new ArrayDeque<>();
        open.add(added);
        while (!open.isEmpty()) {
            RowSet rows = open.remove();
            for (ForeignKey key : catalog.keysFrom(rows.table().name()).toList()) {
                RowSet demanded = demand(key, rows);
                if (demanded.size() > 0) {
                    selection.countDemand(key, demanded.size());
                    open.add(demanded);
                }
            }
        }
    }

    private RowSet demand(ForeignKey key, RowSet children) {
        Table parent = catalog.table(key.parent());
        if (selection.rows(key.parent()).isComplete() || children.size() == 0) {
            return RowSet.empty(parent);
        }
        List<String> columns = key.columns().stream()
                .map(ForeignKey.ColumnPair::child)
                .distinct()
                .toList();
        SQL query = DSL.sql(
                "SELECT DISTINCT p.tableoid::bigint, p.ctid, 0, 0 FROM {0} JOIN {1} ON {2}",
                SelectionSql.rows(within(key, children), columns, "c"),
                SelectionSql.parentOf(key, parent, "p"),
                SelectionSql.refers(key, "c", "p"));
        return selection.choose(parent, fetcher.fetch(query));
    }

    /** The rows that a key applies to, which for a key of one partition are those of that partition. */
    private static RowSet within(ForeignKey key, RowSet children) {
        if (key.child().equals(key.childRelation())) {
            return children;
        }
        RowBuffer buffer = new RowBuffer();
        for (Storage storage : children.storages()) {
            if (storage.name().equals(key.childRelation())) {
                for (long identity : children.rows(storage)) {
                    buffer.add(storage.oid(), identity, 0, 0);
                }
            }
        }
        RowSet rows = RowSet.empty(children.table());
        rows.add(buffer);
        return rows;
    }
}
