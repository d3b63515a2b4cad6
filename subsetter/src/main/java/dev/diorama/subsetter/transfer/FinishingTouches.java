package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.QueryPart;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** What a loaded database needs before it is as good as its source: materialized views filled, statistics taken. */
public final class FinishingTouches {
    private FinishingTouches() {}

    /** Fills the materialized views that are filled in the source, each after those that it reads. */
    public static void refreshMaterializedViews(Session target, Catalog catalog) {
        if (catalog.materializedViews().isEmpty()) {
            return;
        }
        // A view's functions may rely on the search path that the application has.
        target.execute("SET search_path TO DEFAULT");
        for (TableName view : catalog.materializedViews()) {
            try {
                target.sql().execute("REFRESH MATERIALIZED VIEW {0}", view.sql());
            } catch (DataAccessException e) {
                throw new SubsetException(
                        "Materialized view \"%s\" could not be filled from the sample: %s"
                                .formatted(view, PostgresMessage.withoutValues(e)),
                        e);
            }
        }
        target.execute("SET search_path = pg_catalog");
    }

    /** Takes statistics of all tables, so that the sample's plans are like the source's. */
    public static void analyze(Session target, Catalog catalog) {
        List<QueryPart> names = catalog.tables().values().stream()
                .map(Table::name)
                .map(name -> (QueryPart) name.sql())
                .toList();
        if (!names.isEmpty()) {
            String placeholders = String.join(
                    ", ",
                    IntStream.range(0, names.size()).mapToObj("{%d}"::formatted).toList());
            target.execute(target.sql().render(DSL.sql("ANALYZE " + placeholders, names.toArray(QueryPart[]::new))));
        }
    }
}
