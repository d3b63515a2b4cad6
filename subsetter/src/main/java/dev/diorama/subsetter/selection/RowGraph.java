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
import java.util.TreeMap;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * The rows that the selection has looked at, and what they refer to. It knows a part of the source's graph of rows, asks
 * the server for more, a whole set of rows at a time, and answers what can be answered without asking. For one thread.
 */
final class RowGraph {
    private static final String CHILD = "c";
    private static final String PARENT = "p";

    private final Session session;
    private final Links links;
    private final Map<TableName, Relation> relations = new LinkedHashMap<>();
    private final Map<TableName, Long> complete = new HashMap<>();
    /** For links by which a row may refer to several rows, what each known row refers to. */
    private final Map<Link, Map<Integer, int[]>> several = new HashMap<>();

    RowGraph(Session session, SelectionPlan plan, Links links, long seed) {
        this.session = session;
        this.links = links;
        for (Table table : plan.catalog().tables().values()) {
            Optional<SQL> where =
                    plan.configuration().settingsFor(table.name()).where().map(Predicates::sql);
            List<Link> single =
                    links.from(table).stream().filter(link -> !link.many()).toList();
            relations.put(table.name(), new Relation(table, single, links.anchorsOf(table), where, seed));
        }
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

    /** Asks for anything else. */
    void ask(SQL query, BinaryRows.Visitor visitor) {
        BinaryRows.read(session, query, visitor);
    }

    /** What a row refers to by a link: a known row, or {@link LongIntMap#ABSENT} for none or none that is known. */
    int parent(Link link, int position, Nodes children, int row) {
        return children.refers(row, position)
                ? links.anchor(link).row(children.reference(row, position))
                : LongIntMap.ABSENT;
    }

    /** Whether it is known that a row refers to nothing by a link. */
    boolean refersToNothing(Link link, int position, Nodes children, int row) {
        return !children.refers(row, position) || links.anchor(link).isDangling(children.reference(row, position));
    }

    /** The rows that a row refers to by a link to several. */
    int[] parents(Link link, int row) {
        return several.getOrDefault(link, Map.of()).getOrDefault(row, new int[0]);
    }

    /** The rows that all the rows of a table refer to by a link. */
    int[] parentsOfAll(Link link) {
        Relation parent = relation(link.parent());
        IntList found = new IntList();
        SQL children = relation(link.child()).from(CHILD);
        askForParents(link, linkedRows(link, children), fields -> {
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
                askForLine(link, missing, Math.max(most, missing.size()));
            } else if (link.form() == ValueForm.NUMBER && anchor.ownValues()) {
                askByNumber(link, missing);
            } else {
                askByRow(link, missing);
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
            int parent = parent(link, position, child.nodes(), row);
            if (parent != LongIntMap.ABSENT && !parents.isChosen(parent) && !parents.isExpanded(parent)) {
                found.add(parent);
            }
        }
        return found.toArray();
    }

    private void askByNumber(Link link, LongIntMap missing) {
        Relation parent = relation(link.parent());
        String column = link.parts().getFirst().parentColumn();
        SQL query = DSL.sql(
                "SELECT {0} FROM {1} WHERE {2} = ANY (CAST({3} AS bigint[]))",
                parent.columns(PARENT),
                parent.from(PARENT),
                DSL.quotedName(PARENT, column),
                DSL.inline(SelectionSql.array(missing.sortedKeys())));
        BinaryRows.read(session, query, parent::read);
    }

    /**
     * Where a table refers to itself, a row's parent, its parent's parent and so on are asked for at once: lines may be
     * long. What lies beyond {@code most} rows is not known then.
     */
    private void askForLine(Link link, LongIntMap missing, long most) {
        Relation table = relation(link.parent());
        IntList children = new IntList();
        missing.forEach((value, row) -> children.add(row));
        SQL carried = SelectionSql.list(
                link.parts().stream()
                        .map(part -> DSL.quotedName(PARENT, part.childColumn()))
                        .toList(),
                ", ");
        SQL query = DSL.sql(
                """
                WITH RECURSIVE line AS (
                    SELECT {0} AS "#asked", {1}, {2} FROM {3} JOIN {4} ON {5}
                    UNION
                    SELECT {6}, {1}, {2} FROM line AS c JOIN {4} ON {5} WHERE {6} IS NOT NULL
                )
                SELECT {7}, {8} FROM line AS c LIMIT {9}""",
                table.reference(link, CHILD),
                table.columns(PARENT),
                carried,
                table.rows(children.toArray(), CHILD),
                table.referred(link, PARENT),
                link.refers(CHILD, PARENT),
                table.reference(link, CHILD),
                DSL.quotedName(CHILD, "#asked"),
                table.columns(CHILD),
                DSL.inline(most));
        Anchor anchor = links.anchor(link);
        BinaryRows.read(session, query, fields -> {
            long value = BinaryRows.readLong(fields);
            int row = table.read(fields);
            if (row != Relation.UNKNOWN) {
                anchor.learn(value, row);
            }
        });
    }

    /** The server compares, by one child of each value; its own number may be another than its child's. */
    private void askByRow(Link link, LongIntMap missing) {
        Relation parent = relation(link.parent());
        IntList children = new IntList();
        missing.forEach((value, row) -> children.add(row));
        Anchor anchor = links.anchor(link);
        Relation child = relation(link.child());
        SQL query = DSL.sql(
                "SELECT {0}, {1} FROM {2} JOIN {3} ON {4}",
                child.reference(link, CHILD),
                parent.columns(PARENT),
                child.rows(children.toArray(), CHILD),
                parent.referred(link, PARENT),
                link.refers(CHILD, PARENT));
        BinaryRows.read(session, query, fields -> {
            long value = BinaryRows.readLong(fields);
            int row = parent.read(fields);
            if (row != Relation.UNKNOWN) {
                anchor.learn(value, row);
            }
        });
    }

    private int[] askForSeveral(Link link, int[] rows) {
        Relation child = relation(link.child());
        Relation parent = relation(link.parent());
        Map<Integer, IntList> found = new HashMap<>();
        SQL query = DSL.sql(
                "SELECT {0}, {1} FROM {2} JOIN {3} ON {4}",
                child.columns(CHILD),
                parent.columns(PARENT),
                linkedRows(link, child.rows(rows, CHILD)),
                parent.referred(link, PARENT),
                link.refers(CHILD, PARENT));
        IntList unchosen = new IntList();
        BinaryRows.read(session, query, fields -> {
            int row = child.read(fields);
            int referred = parent.read(fields);
            if (row != Relation.UNKNOWN && referred != Relation.UNKNOWN) {
                found.computeIfAbsent(row, some -> new IntList()).add(referred);
                unchosen.add(referred);
            }
        });
        Map<Integer, int[]> known = several.computeIfAbsent(link, some -> new HashMap<>());
        found.forEach((row, parents) -> known.put(row, parents.toArray()));
        return unchosen.toArray();
    }

    private void askForParents(Link link, SQL children, BinaryRows.Visitor visitor) {
        Relation parent = relation(link.parent());
        SQL query = DSL.sql(
                "SELECT {0} FROM {1} WHERE EXISTS (SELECT FROM {2} WHERE {3})",
                parent.columns(PARENT), parent.referred(link, PARENT), children, link.refers(CHILD, PARENT));
        BinaryRows.read(session, query, visitor);
    }

    /** Children that a link applies to; those that refer to several rows are there once for each value. */
    SQL linkedRows(Link link, SQL children) {
        if (link.elements().isEmpty()) {
            return DSL.sql(
                    "(SELECT * FROM {0} WHERE {1} IS NOT NULL) AS {2}",
                    children, relation(link.child()).reference(link, CHILD), DSL.quotedName(CHILD));
        }
        SQL applicable = link.condition()
                .map(condition ->
                        DSL.sql("(SELECT * FROM {0} WHERE {1}) AS {2}", children, condition, DSL.quotedName(CHILD)))
                .orElse(children);
        return DSL.sql(
                "(SELECT {0}.*, e.* FROM {1} CROSS JOIN LATERAL {2} AS e ({3})) AS {0}",
                DSL.quotedName(CHILD),
                applicable,
                link.elements().orElseThrow().of(CHILD),
                DSL.quotedName(Link.ELEMENT));
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
