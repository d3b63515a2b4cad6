package dev.diorama.subsetter.selection;

import java.util.List;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/** Conditions on rows that refer to chosen rows, themselves or over other rows. */
final class Arrival {
    private final RowGraph graph;

    Arrival(RowGraph graph) {
        this.graph = graph;
    }

    /** That a row refers, over the links of a way, to a chosen row. */
    SQL at(List<Link> route, String alias) {
        Link link = route.getFirst();
        Relation child = graph.relation(link.child());
        Relation parent = graph.relation(link.parent());
        SQL reference = child.reference(link, alias);
        if (route.size() == 1 && link.form() == ValueForm.NUMBER) {
            // The column itself, not the number made of it, is what an index knows.
            SQL column =
                    DSL.sql("{0}", DSL.quotedName(alias, link.parts().getFirst().childColumn()));
            return isChosen(link, link.condition().isPresent() ? reference : column);
        }
        String next = alias + "p";
        return route.size() == 1
                ? DSL.sql(
                        "{0} IS NOT NULL AND EXISTS (SELECT FROM {1} WHERE {2})",
                        reference, parent.rows(parent.nodes().chosenRows(), next), link.refers(alias, next))
                : DSL.sql(
                        "{0} IS NOT NULL AND EXISTS (SELECT FROM {1} WHERE {2} AND {3})",
                        reference,
                        parent.referred(link, next),
                        link.refers(alias, next),
                        at(route.subList(1, route.size()), next));
    }

    /** That a row refers by a number to a chosen row, or to nothing. */
    SQL atOrNowhere(Link link, String alias) {
        SQL reference = graph.relation(link.child()).reference(link, alias);
        return DSL.sql("({0} IS NULL OR {1})", reference, isChosen(link, reference));
    }

    private SQL isChosen(Link link, SQL reference) {
        Nodes parents = graph.nodes(link.parent());
        long[] values = graph.links().anchor(link).values(parents::isChosen);
        return DSL.sql("{0} = ANY (CAST({1} AS bigint[]))", reference, DSL.inline(SelectionSql.array(values)));
    }
}
