package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.Session;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * The rows that the selection has looked at, and what they refer to. It knows a part of the source's graph of rows, asks
 * the server for more, a whole set of rows at a time, and answers what can be answered without asking. For one thread.
 */
final class RowGraph {
    private static final String CHILD = "c";

    private final Session session;
    private final Links links;
    private final ParentQueries queries = new ParentQueries(this);
    private final Map<TableName, Relation> relations = new LinkedHashMap<>();
    private final Map<TableName, Long> complete = new HashMap<>();
    /** For links, by number, by which a row may refer to several rows, what each known row refers to. */
    private final Map<Integer, Map<Integer, int[]>> several = new HashMap<>();

    RowGraph(Session session, SelectionPlan plan, List<Table> tables, Links links, long seed) {
        this.session = session;
        this.links = links;
        Set<Long> foreign = ForeignPartitions.of(session);
        for (Table table : tables) {
            Optional<SQL> where =
                    plan.configuration().settingsFor(table.name()).where().map(Predicates::sql);
            List<Link> single =
                    links.from(table).stream().filter(link -> !link.many()).toList();
            relations.put(
                    table.name(),
                    new Relation(table, single, links.anchorsOf(table), where, seed, reading(table, foreign)));
        }
    }

    private static Relation.Reading reading(Table table, Set<Long> foreign) {
        return foreign.contains(table.oid()) ? Relation.Reading.BY_STORAGE : Relation.Reading.WHOLE;
    }

    ParentQueries queries() {
        return queries;
    }

    Links links() {
        return links;
    }

    Relation relation(Table table) {
        Relation relation = relations.get(table.name());
        if (relation == null) {
            throw new IllegalArgumentException("No table " + table + " in the graph");
        }
        return relation;
    }

    Nodes nodes(Table table) {
        return relation(table).nodes();
    }

    /** Takes all rows of a table as chosen, without looking at them. */
    void chooseAll(Table table, long rows) {
        complete.put(table.name(), rows);
    }

    boolean isComplete(Table table) {
        return complete.containsKey(table.name());
    }

    long chosen(Table table) {
        Long all = complete.get(table.name());
        return all == null ? nodes(table).chosenSize() : all;
    }

    RowSet rowSet(Table table) {
        Long all = complete.get(table.name());
        return all == null ? nodes(table).rowSet() : RowSet.all(table, all);
    }

    /**
     * Asks for rows.
     *
     * @param from where they come from; the table's alias in it is {@code c}
     * @return the rows that were found, in the order of their lots
     */
    int[] find(Table table, SQL from) {
        Relation relation = relation(table);
        IntList found = new IntList();
        BinaryRows.read(session, DSL.sql("SELECT {0} FROM {1}", relation.columns(CHILD), from), fields -> {
            int row = relation.read(fields);
            if (row != Relation.UNKNOWN) {
                found.add(row);
            }
        });
        return Lots.inOrder(relation.nodes(), found.toArray());
    }

    /** The same for the first that the server comes across. */
    int[] findFirst(Table table, SQL from, long most) {
        return session.inOneProcess(() -> find(table, DSL.sql("{0} LIMIT {1}", from, DSL.inline(most))));
    }

    /** Asks for anything else. */
    void ask(SQL query, BinaryRows.Visitor visitor) {
        BinaryRows.read(session, query, visitor);
    }

    /** The rows that a row refers to by a link to several. */
    int[] parents(Link link, int row) {
        return several.getOrDefault(link.number(), Map.of()).getOrDefault(row, new int[0]);
    }

    /** The rows that all the rows of a table refer to by a link. */
    int[] parentsOfAll(Link link) {
        Relation parent = relation(link.parent());
        IntList found = new IntList();
        BinaryRows.read(session, queries.ofAll(link), fields -> {
            int row = parent.read(fields);
            if (row != Relation.UNKNOWN) {
                found.add(row);
            }
        });
        return found.toArray();
    }

    /**
     * Gets to know whatever rows refer to, and what that refers to, until all of it is known.
     *
     * @param mostRows how many rows to get to know for it at most; some of the rows may stay unexpanded then
     */
    void expand(Table table, int[] rows, long mostRows) {
        Map<TableName, IntList> open = new TreeMap<>();
        Deque<Table> turn = new ArrayDeque<>();
        enqueue(open, turn, table, rows);
        long left = mostRows;
        while (!turn.isEmpty() && left > 0) {
            Table next = turn.removeFirst();
            IntList waiting = open.remove(next.name());
            if (waiting == null) {
                continue;
            }
            int[] fresh = unexpanded(nodes(next), waiting);
            for (Link link : links.from(next)) {
                if (!isComplete(link.parent()) && fresh.length > 0) {
                    int before = nodes(link.parent()).size();
                    int[] parents = link.many() ? askForSeveral(link, fresh) : askForOne(link, fresh, left);
                    left -= nodes(link.parent()).size() - before;
                    enqueue(open, turn, link.parent(), parents);
                }
            }
            for (int row : fresh) {
                nodes(next).setExpanded(row);
            }
        }
    }

    private static void enqueue(Map<TableName, IntList> open, Deque<Table> turn, Table table, int[] rows) {
        if (rows.length > 0) {
            open.computeIfAbsent(table.name(), name -> {
                        turn.addLast(table);
                        return new IntList();
                    })
                    .addAll(rows);
        }
    }

    /** Those of the rows that are not chosen. */
    int[] unchosen(Table table, int[] rows) {
        Nodes nodes = nodes(table);
        return Arrays.stream(rows).filter(row -> !nodes.isChosen(row)).toArray();
    }

    private static int[] unexpanded(Nodes nodes, IntList rows) {
        LongIntMap fresh = new LongIntMap();
        IntList result = new IntList();
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if (!nodes.isChosen(row) && !nodes.isExpanded(row) && fresh.put(row, row)) {
                result.add(row);
            }
        }
        return result.toArray();
    }

    /** Gets to know what rows refer to by a link, and gives those of it that are not chosen. */
    private int[] askForOne(Link link, int[] rows, long most) {
        Relation child = relation(link.child());
        int position = child.links().indexOf(link);
        Anchor anchor = links.anchor(link);
        LongIntMap missing = new LongIntMap();
        for (int row : rows) {
            if (child.nodes().refers(row, position)) {
                long value = child.nodes().reference(row, position);
                if (anchor.row(value) == LongIntMap.ABSENT && !anchor.isDangling(value)) {
                    missing.put(value, row);
                }
            }
        }
        if (missing.size() > 0) {
            if (link.isSelfReference()) {
                SQL line = queries.line(link, missing.values(), Math.max(most, missing.size()));
                session.inOneProcess(() -> learn(link, line));
            } else if (link.form() == ValueForm.NUMBER && anchor.ownValues()) {
                BinaryRows.read(session, queries.byNumber(link, missing.sortedKeys()), relation(link.parent())::read);
            } else {
                learn(link, queries.byChild(link, missing.values()));
            }
            missing.forEach((value, row) -> {
                if (anchor.row(value) == LongIntMap.ABSENT) {
                    anchor.learnDangling(value);
                }
            });
        }
        Nodes parents = nodes(link.parent());
        IntList found = new IntList();
        for (int row : rows) {
            int parent = child.nodes().refers(row, position)
                    ? anchor.row(child.nodes().reference(row, position))
                    : LongIntMap.ABSENT;
            if (parent != LongIntMap.ABSENT && !parents.isChosen(parent) && !parents.isExpanded(parent)) {
                found.add(parent);
            }
        }
        return found.toArray();
    }

    /** Reads rows in front of each of which stands the number that was asked for; its own may be another. Gives what has learnt it. */
    private Anchor learn(Link link, SQL query) {
        Anchor anchor = links.anchor(link);
        Relation parent = relation(link.parent());
        BinaryRows.read(session, query, fields -> {
            long value = BinaryRows.readLong(fields);
            int row = parent.read(fields);
            if (row != Relation.UNKNOWN) {
                anchor.learn(value, row);
            }
        });
        return anchor;
    }

    private int[] askForSeveral(Link link, int[] rows) {
        Relation child = relation(link.child());
        Relation parent = relation(link.parent());
        Map<Integer, IntList> found = new HashMap<>();
        IntList unchosen = new IntList();
        BinaryRows.read(session, queries.several(link, rows), fields -> {
            int row = child.read(fields);
            int referred = parent.read(fields);
            if (row != Relation.UNKNOWN && referred != Relation.UNKNOWN) {
                found.computeIfAbsent(row, some -> new IntList()).add(referred);
                unchosen.add(referred);
            }
        });
        Map<Integer, int[]> known = several.computeIfAbsent(link.number(), some -> new HashMap<>());
        found.forEach((row, parents) -> known.put(row, parents.toArray()));
        return unchosen.toArray();
    }

    /** Forgets the rows that are not chosen. */
    void forgetUnchosen() {
        Map<TableName, int[]> kept = new HashMap<>();
        relations.forEach((name, relation) -> kept.put(name, relation.nodes().forgetUnchosen()));
        links.anchors().forEach(anchor -> {
            int[] rows = kept.get(anchor.table().name());
            if (rows != null) {
                anchor.forget(rows);
            }
        });
        several.clear();
    }

    /** How many rows are known that are not chosen. */
    long unchosen() {
        return relations.values().stream()
                .mapToLong(
                        relation -> relation.nodes().size() - relation.nodes().chosenSize())
                .sum();
    }
}
