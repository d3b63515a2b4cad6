package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.concurrent.Workers;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

/**
 * Chooses rows table by table, in ascending order of the tables' targets, keeping the selection closed. So a child that
 * keeps fewer rows than its parent goes first, and the parents that it needs fit into the parent's budget; a parent that
 * keeps fewer rows than its child goes first, and the child is drawn among those that refer to the chosen.
 *
 * <p>Tables that no reference connects are chosen at the same time. What is chosen does not depend on that.
 */
public final class Selector {
    private final SelectionPlan plan;
    private final long seed;

    /**
     * A selector.
     *
     * @param seed what makes the choice the same again
     */
    public Selector(SelectionPlan plan, long seed) {
        this.plan = plan;
        this.seed = seed;
    }

    /**
     * Chooses the rows.
     *
     * @param session a connection inside the snapshot
     * @param others opens others inside it
     * @param jobs how many connections to use
     * @param cancellation what the connections heed
     * @param filled is told of each table and its number of rows when it has them; later ones may still bring it more.
     *     One thread at a time tells it
     */
    public Selection select(
            Session session,
            Supplier<Session> others,
            int jobs,
            Cancellation cancellation,
            ObjLongConsumer<Table> filled) {
        Links links = Links.read(session, plan);
        List<List<Table>> islands = plan.islands();
        if (jobs == 1 || islands.size() == 1) {
            return select(session, links, Optional.empty(), filled);
        }
        Map<List<Table>, Selection> selections = new ConcurrentHashMap<>();
        Workers.run(
                cancellation,
                jobs,
                plan.islands().reversed(),
                () -> Predicates.prepared(others.get(), plan),
                (own, tables) -> selections.put(
                        tables,
                        new Island(plan, tables, links, own, seed)
                                .select(Optional.empty(), (table, rows) -> tell(filled, table, rows))));
        return Selection.of(islands.stream().map(selections::get).toList());
    }

    /**
     * Chooses the rows, those of an earlier sample first, as far as they exist and the targets leave room for them.
     *
     * @param session a connection inside the snapshot
     * @param earlier the earlier sample
     * @param filled as above
     */
    public Selection selectLike(Session session, EarlierSample earlier, ObjLongConsumer<Table> filled) {
        return select(session, Links.read(session, plan), Optional.of(earlier), filled);
    }

    private Selection select(
            Session session, Links links, Optional<EarlierSample> earlier, ObjLongConsumer<Table> filled) {
        return Selection.of(plan.islands().stream()
                .map(tables -> new Island(plan, tables, links, session, seed).select(earlier, filled))
                .toList());
    }

    private synchronized void tell(ObjLongConsumer<Table> filled, Table table, long rows) {
        filled.accept(table, rows);
    }
}
