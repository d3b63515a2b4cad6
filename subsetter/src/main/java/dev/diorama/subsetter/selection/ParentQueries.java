package dev.diorama.subsetter.selection;

import org.jooq.SQL;
import org.jooq.impl.DSL;

/** The queries for what rows refer to. They run nothing. */
final class ParentQueries {
    private static final String CHILD = "c";
    private static final String PARENT = "p";

    private final RowGraph graph;

    ParentQueries(RowGraph graph) {
        this.graph = graph;
    }

    /** The rows with those numbers. */
    SQL byNumber(Link link, long[] numbers) {
        Relation parent = graph.relation(link.parent());
        return DSL.sql(
                "SELECT {0} FROM {1} WHERE {2} = ANY (CAST({3} AS bigint[]))",
                parent.columns(PARENT),
                parent.from(PARENT),
                DSL.quotedName(PARENT, link.parts().getFirst().parentColumn()),
                DSL.inline(SelectionSql.array(numbers)));
    }

    /** What each of the children refers to, with the child's number in front: the server compares. */
    SQL byChild(Link link, int[] children) {
        Relation child = graph.relation(link.child());
        Relation parent = graph.relation(link.parent());
        return DSL.sql(
                "SELECT {0}, {1} FROM {2} JOIN {3} ON {4}",
                child.reference(link, CHILD),
                parent.columns(PARENT),
                child.rows(children, CHILD),
                parent.referred(link, PARENT),
                link.refers(CHILD, PARENT));
    }

    /**
     * Where a table refers to itself, what rows refer to, what that refers to and so on, each with the number in front
     * that it was found by; the nearest come first. Lines may be long, so one step at a time would not do.
     *
     * @param most how many rows at most
     */
    SQL line(Link link, int[] children, long most) {
        Relation table = graph.relation(link.parent());
        SQL carried = SelectionSql.list(
                link.parts().stream()
                        .map(part -> DSL.quotedName(PARENT, part.childColumn()))
                        .toList(),
                ", ");
        return DSL.sql(
                """
                WITH RECURSIVE line AS (
                    SELECT {0} AS "#asked", {1}, {2} FROM {3} JOIN {4} ON {5}
                    UNION
                    SELECT {0}, {1}, {2} FROM line AS c JOIN {4} ON {5} WHERE {0} IS NOT NULL
                )
                SELECT {6}, {7} FROM line AS c LIMIT {8}""",
                table.reference(link, CHILD),
                table.columns(PARENT),
                carried,
                table.rows(children, CHILD),
                table.referred(link, PARENT),
                link.refers(CHILD, PARENT),
                DSL.quotedName(CHILD, "#asked"),
                table.columns(CHILD),
                DSL.inline(most));
    }

    /** Pairs of a child and one of the several rows that it refers to. */
    SQL several(Link link, int[] children) {
        Relation child = graph.relation(link.child());
        Relation parent = graph.relation(link.parent());
        return DSL.sql(
                "SELECT {0}, {1} FROM {2} JOIN {3} ON {4}",
                child.columns(CHILD),
                parent.columns(PARENT),
                linked(link, child.rows(children, CHILD)),
                parent.referred(link, PARENT),
                link.refers(CHILD, PARENT));
    }

    /** What all rows of a table refer to. */
    SQL ofAll(Link link) {
        Relation parent = graph.relation(link.parent());
        return DSL.sql(
                "SELECT {0} FROM {1} WHERE EXISTS (SELECT FROM {2} WHERE {3})",
                parent.columns(PARENT),
                parent.referred(link, PARENT),
                linked(link, graph.relation(link.child()).from(CHILD)),
                link.refers(CHILD, PARENT));
    }

    /** Children that a link applies to; those that refer to several rows are there once for each value. */
    SQL linked(Link link, SQL children) {
        if (link.elements().isEmpty()) {
            return DSL.sql(
                    "(SELECT * FROM {0} WHERE {1} IS NOT NULL) AS {2}",
                    children, graph.relation(link.child()).reference(link, CHILD), DSL.quotedName(CHILD));
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
}
