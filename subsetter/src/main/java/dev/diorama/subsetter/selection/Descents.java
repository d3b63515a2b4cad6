package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks ahead: which tables that come later would starve if a table's rows were drawn blindly? A row of an order that
 * names a product and a customer needs both to be chosen; once the products are, customers who ordered those are more
 * useful than others. Pure.
 */
final class Descents {
    private static final int LONGEST_PATH = 2;
    /** Estimates multiply shares as if they were independent, so some more is asked for than needed. */
    private static final double RESERVE = 1.1;
    /** The rows that would have to be looked at; more of them cost more time than an overshoot is worth. */
    private static final double MOST_ROWS = 3_000_000;

    private final SelectionPlan plan;
    private final Selection selection;
    private final Restrictions restrictions;

    Descents(SelectionPlan plan, Selection selection, Restrictions restrictions) {
        this.plan = plan;
        this.selection = selection;
        this.restrictions = restrictions;
    }

    /** The ways from a table to those that would starve, the shortest first. */
    List<Descent> starving(TableName table) {
        List<Descent> starving = new ArrayList<>();
        Deque<List<ForeignKey>> open = new ArrayDeque<>(List.of(List.of()));
        while (!open.isEmpty()) {
            List<ForeignKey> path = open.removeFirst();
            TableName from = path.isEmpty() ? table : path.getLast().child();
            for (ForeignKey key : plan.catalog().keysTo(from).toList()) {
                boolean comesLater = target(key.child()) > target(table);
                if (!comesLater || key.isSelfReference() || !key.parent().equals(key.parentRelation())) {
                    continue;
                }
                List<ForeignKey> longer =
                        Stream.concat(path.stream(), Stream.of(key)).toList();
                Descent descent = new Descent(longer, others(longer, table), target(key.child()));
                if (starves(descent, table)
                        && starving.stream()
                                .noneMatch(other ->
                                        other.path().getLast().reference().equals(key.reference()))) {
                    starving.add(descent);
                }
                if (longer.size() < LONGEST_PATH) {
                    open.addLast(longer);
                }
            }
        }
        return starving;
    }

    private List<Restriction> others(List<ForeignKey> path, TableName table) {
        ForeignKey last = path.getLast();
        return restrictions.of(last.child(), target(last.child())).stream()
                .filter(restriction -> restriction.budget() * 2 < target(last.child()))
                .filter(restriction ->
                        !restriction.path().getFirst().reference().equals(last.reference()))
                .filter(restriction -> restriction.path().stream()
                        .noneMatch(key -> key.parent().equals(table)))
                .toList();
    }

    private boolean starves(Descent descent, TableName table) {
        double usable = plan.size(descent.end()).sourceRows();
        for (Restriction other : descent.others()) {
            usable *= (double) selection.rows(other.end()).size()
                    / Math.max(1, plan.size(other.end()).sourceRows());
        }
        double share = (double) target(table) / Math.max(1, plan.size(table).sourceRows());
        return !descent.others().isEmpty()
                && usable >= 1
                && usable <= MOST_ROWS
                && usable * share < descent.wanted() * RESERVE;
    }

    private long target(TableName table) {
        return plan.size(table).targetRows();
    }
}
