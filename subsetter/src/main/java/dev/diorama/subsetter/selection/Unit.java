package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row with all that it brings into the selection: what it refers to, what that refers to, and so on, as far as it is
 * not chosen. One object looks at one unit after the other. For one thread.
 */
final class Unit {
    private static final int NO_LINK = -1;

    private final RowGraph graph;
    private final List<Part> parts = new ArrayList<>();
    private final Map<TableName, Integer> numbers = new HashMap<>();
    private final long[] linkExcess;
    private final long[] added;
    private final long[] targets;
    private final IdentityHashMap<Caps, long[]> room = new IdentityHashMap<>();
    private final IntList touched = new IntList();
    private final IntList memberParts = new IntList();
    private final IntList memberRows = new IntList();
    private final IntList memberLinks = new IntList();
    private int mark;
    private long unwanted;
    private long steps;

    /** A table as the walk needs it: no look-up for each step. */
    private record Part(Table table, Nodes nodes, List<Edge> edges) {}

    private record Edge(Link link, int position, Anchor anchor, int parent) {}

    /** A unit in a graph whose complete tables are known. */
    Unit(RowGraph graph, Iterable<Table> tables, Caps targets) {
        this.graph = graph;
        for (Table table : tables) {
            numbers.put(table.name(), numbers.size());
        }
        for (Table table : tables) {
            Relation relation = graph.relation(table);
            List<Edge> edges = graph.links().from(table).stream()
                    .filter(link -> !graph.isComplete(link.parent()))
                    .map(link -> new Edge(
                            link,
                            relation.links().indexOf(link),
                            graph.links().anchor(link),
                            numbers.getOrDefault(link.parent().name(), 0)))
                    .toList();
            parts.add(new Part(table, relation.nodes(), edges));
        }
        this.added = new long[parts.size()];
        this.targets = room(parts, targets);
        this.linkExcess = new long[graph.links().all().size()];
    }

    private static long[] room(List<Part> parts, Caps caps) {
        return parts.stream().mapToLong(part -> caps.of(part.table())).toArray();
    }

    /** The caps by part. */
    private long[] room(Caps caps) {
        return room.computeIfAbsent(caps, some -> room(parts, some));
    }

    /** Looks at the unit of a row, and tells whether all of it is known. */
    boolean look(Table table, int row) {
        return look(table, row, NO_LINK, Long.MAX_VALUE);
    }

    /** Looks at the unit of a row that comes by a link. */
    boolean look(Link link, int row) {
        return look(link.parent(), row, link.number(), Long.MAX_VALUE);
    }

    /**
     * Looks at the unit of a row, and tells whether it fits within the caps.
     *
     * <p>A row that does not fit never will: whatever is chosen of its unit by then takes as much room as it makes. So
     * units that lead to such a row need not be looked at further, which keeps long lines from being walked again and
     * again.
     */
    boolean fits(Table table, int row, long most, Caps caps) {
        Nodes nodes = parts.get(number(table)).nodes();
        boolean fits = !nodes.isHopeless(row)
                && !nodes.isUnwanted(row)
                && look(table, row, NO_LINK, most)
                && unwanted == 0
                && rowsOf(table) <= most
                && excess(caps) == 0;
        if (!fits) {
            nodes.setHopeless(row);
        }
        return fits;
    }

    /** Forgets what does not fit, since caps have changed. */
    void hope(Table table) {
        parts.get(number(table)).nodes().clearHopeless();
    }

    private int number(Table table) {
        return numbers.getOrDefault(table.name(), 0);
    }

    private boolean look(Table table, int row, int link, long most) {
        mark++;
        for (int i = 0; i < touched.size(); i++) {
            added[touched.get(i)] = 0;
        }
        touched.clear();
        memberParts.clear();
        memberRows.clear();
        memberLinks.clear();
        unwanted = 0;
        int root = number(table);
        boolean all = most == Long.MAX_VALUE;
        visit(root, row, link);
        for (int next = 0; next < memberRows.size(); next++) {
            Part part = parts.get(memberParts.get(next));
            int member = memberRows.get(next);
            steps++;
            if (!part.nodes().isExpanded(member) || added[root] > most) {
                return false;
            }
            if (!all && memberParts.get(next) == root && part.nodes().isHopeless(member)) {
                return false;
            }
            for (Edge edge : part.edges()) {
                follow(part, member, edge);
            }
        }
        return true;
    }

    private void follow(Part part, int row, Edge edge) {
        if (edge.position() < 0) {
            for (int parent : graph.parents(edge.link(), row)) {
                visit(edge.parent(), parent, edge.link().number());
            }
        } else if (part.nodes().refers(row, edge.position())) {
            int parent = edge.anchor().row(part.nodes().reference(row, edge.position()));
            if (parent != LongIntMap.ABSENT) {
                visit(edge.parent(), parent, edge.link().number());
            }
        }
    }

    private void visit(int part, int row, int link) {
        Nodes nodes = parts.get(part).nodes();
        if (nodes.isChosen(row) || !nodes.mark(row, mark)) {
            return;
        }
        memberParts.add(part);
        memberRows.add(row);
        memberLinks.add(link);
        if (added[part]++ == 0) {
            touched.add(part);
        }
        if (link != NO_LINK && nodes.isUnwanted(row)) {
            unwanted++;
        }
    }

    /** How many rows of it go over the budgets, and would not without it. */
    long excess(Caps caps) {
        long excess = 0;
        long[] most = room(caps);
        for (int i = 0; i < touched.size(); i++) {
            int part = touched.get(i);
            long before = parts.get(part).nodes().chosenSize();
            excess += Math.max(0, before + added[part] - most[part]) - Math.max(0, before - most[part]);
        }
        return excess;
    }

    /** How many rows others than the first are such as a person does not want. */
    long unwanted() {
        return unwanted;
    }

    /** How many rows were looked at in all units so far. */
    long steps() {
        return steps;
    }

    /** How many rows of a table are in it. */
    long rowsOf(Table table) {
        return added[number(table)];
    }

    /** The same number for units that bring the same rows into tables without room for them. */
    long signature(Caps caps, Table except) {
        long signature = 0;
        long[] most = room(caps);
        int own = number(except);
        for (int i = 0; i < memberRows.size(); i++) {
            int part = memberParts.get(i);
            if (part != own && parts.get(part).nodes().chosenSize() >= most[part]) {
                signature += LongIntMap.mix((long) part << 40 ^ memberRows.get(i));
            }
        }
        return signature;
    }

    /** Chooses all of it, and counts by which link it went over the targets. */
    void choose() {
        for (int i = 0; i < memberRows.size(); i++) {
            int part = memberParts.get(i);
            Nodes nodes = parts.get(part).nodes();
            nodes.choose(memberRows.get(i));
            int link = memberLinks.get(i);
            if (link != NO_LINK && nodes.chosenSize() > targets[part]) {
                linkExcess[link]++;
            }
        }
    }

    /** How many rows a link has brought over the targets. */
    long excessBy(Link link) {
        return linkExcess[link.number()];
    }
}
