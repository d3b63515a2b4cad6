package dev.diorama.subsetter.selection;

import static java.util.stream.Collectors.toList;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what rows of a table should avoid, given what is chosen already. It follows keys through tables that have room,
 * because a row there may demand a row of a table that has none. Pure.
 */
final class Restrictions {
    private static final int LONGEST_PATH = 3;
    /** Each one is a bit, and a join. */
    private static final int MOST = 16;

    private final SelectionPlan plan;
    private final Selection selection;
    private final Map<TableName, List<ForeignKey>> keys;

    Restrictions(SelectionPlan plan, Selection selection) {
        this.plan = plan;
        this.selection = selection;
        this.keys = plan.catalog().foreignKeys().stream()
                .filter(key -> key.parent().equals(key.parentRelation()))
                .collect(Collectors.groupingBy(
                        ForeignKey::child, Collectors.collectingAndThen(toList(), Restrictions::withoutRepetition)));
    }

    /** What {@code wanted} rows of a table should avoid so that no other table grows over its target. */
    List<Restriction> of(TableName table, long wanted) {
        return find(table, wanted).filter(found -> !found.end().equals(table)).toList();
    }

    /** The same, and that no row of the table itself comes along. */
    List<Restriction> withoutCompany(TableName table, long wanted) {
        return find(table, wanted).toList();
    }

    private Stream<Restriction> find(TableName table, long wanted) {
        List<Restriction> found = new ArrayList<>();
        Deque<List<ForeignKey>> open = new ArrayDeque<>(List.of(List.of()));
        while (!open.isEmpty() && found.size() < MOST) {
            List<ForeignKey> path = open.removeFirst();
            TableName from = path.isEmpty() ? table : path.getLast().parent();
            for (ForeignKey key : keys.getOrDefault(from, List.of())) {
                if (path.stream().anyMatch(step -> step.parent().equals(key.parent())) || left(key.parent()) == 0) {
                    continue;
                }
                List<ForeignKey> longer =
                        Stream.concat(path.stream(), Stream.of(key)).toList();
                long budget = key.parent().equals(table) ? 0 : budget(key.parent());
                if (budget < wanted) {
                    found.add(new Restriction(longer, budget, cost(key.parent(), wanted)));
                } else if (longer.size() < LONGEST_PATH) {
                    open.addLast(longer);
                }
            }
        }
        return found.stream().limit(MOST);
    }

    private long budget(TableName table) {
        return Math.max(0, plan.size(table).targetRows() - selection.rows(table).size());
    }

    private long left(TableName table) {
        return plan.size(table).sourceRows() - selection.rows(table).size();
    }

    /** How many rows too many {@code wanted} rows of a table would bring, there and wherever its own keys lead. */
    private long cost(TableName table, long wanted) {
        Set<TableName> reached = new LinkedHashSet<>(Set.of(table));
        Deque<TableName> open = new ArrayDeque<>(reached);
        long cost = 0;
        while (!open.isEmpty()) {
            TableName next = open.removeFirst();
            cost += Math.max(0, Math.min(left(next), wanted) - budget(next));
            for (ForeignKey key : keys.getOrDefault(next, List.of())) {
                if (reached.add(key.parent())) {
                    open.addLast(key.parent());
                }
            }
        }
        return cost;
    }

    /** Partitions may each declare the key that the whole table would; one of them speaks for all. */
    private static List<ForeignKey> withoutRepetition(List<ForeignKey> keys) {
        Map<ForeignKey.Reference, ForeignKey> distinct = new LinkedHashMap<>();
        keys.forEach(key -> distinct.putIfAbsent(key.reference(), key));
        return List.copyOf(distinct.values());
    }
}
