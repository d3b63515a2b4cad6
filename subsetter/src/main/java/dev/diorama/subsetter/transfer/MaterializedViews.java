package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.ForcedRowSecurity;
import dev.diorama.subsetter.catalog.LeftOut;
import dev.diorama.subsetter.catalog.MaterializedView;
import dev.diorama.subsetter.catalog.Naming;
import dev.diorama.subsetter.catalog.ObjectName;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** Fills the materialized views that are filled in the source, each after those that it reads. */
final class MaterializedViews {
    /** What a view says that reads, in a function, one which is not filled yet. */
    private static final String NOT_FILLED_YET = "55000";

    private final Session target;
    private final LeftOut leftOut;

    MaterializedViews(Session target, LeftOut leftOut) {
        this.target = target;
        this.leftOut = leftOut;
    }

    /**
     * Fills them.
     *
     * @param searchPath the search path that the source's applications have, which a view's functions may rely on
     */
    void refresh(List<MaterializedView> views, String searchPath) {
        leaveOut(views.stream().filter(MaterializedView::readsElsewhere).toList());
        List<MaterializedView> open = new ArrayList<>(
                views.stream().filter(view -> !view.readsElsewhere()).toList());
        if (open.isEmpty()) {
            return;
        }
        while (!open.isEmpty()) {
            refreshThoseThatCanBe(open, searchPath);
        }
    }

    /** Which ones wait for others is not always to be seen: a function says so only when it runs. */
    private void refreshThoseThatCanBe(List<MaterializedView> open, String searchPath) {
        int before = open.size();
        List<SubsetException> waiting = new ArrayList<>();
        for (MaterializedView view : List.copyOf(open)) {
            try {
                refresh(view, searchPath);
                open.remove(view);
            } catch (DataAccessException e) {
                SubsetException failure = new SubsetException(
                        "Materialized view \"%s\" could not be filled from the sample: %s"
                                .formatted(view.name(), PostgresMessage.withoutValues(e)),
                        e);
                if (!e.sqlState().equals(NOT_FILLED_YET)) {
                    throw failure;
                }
                waiting.add(failure);
            }
        }
        if (waiting.size() == before) {
            throw waiting.getFirst();
        }
    }

    private void refresh(MaterializedView view, String searchPath) {
        ForcedRowSecurity.lifted(target, sql -> {
            sql.execute("SELECT set_config('search_path', {0}, true)", DSL.inline(searchPath));
            sql.execute("REFRESH MATERIALIZED VIEW {0}", view.name().sql());
        });
    }

    private void leaveOut(List<MaterializedView> elsewhere) {
        if (!elsewhere.isEmpty()) {
            elsewhere.forEach(view -> leftOut.add(new ObjectName("filled materialized view", view.identity())));
            leftOut.tell("Empty stays what reads foreign tables, which a sample cannot reach: %s"
                    .formatted(Naming.listed(
                            "materialized view",
                            elsewhere.stream().map(MaterializedView::name).toList())));
        }
    }
}
