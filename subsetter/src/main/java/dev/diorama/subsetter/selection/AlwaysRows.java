package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.configuration.Always;
import dev.diorama.subsetter.configuration.Always.AlwaysKeys;
import dev.diorama.subsetter.configuration.Always.AlwaysWhere;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/** Chooses the rows that a person wants in the sample whatever the laws say, and what hangs on them if that is wanted. */
final class AlwaysRows {
    private final Island.Tools tools;
    private final long seed;
    private final List<String> notices = new ArrayList<>();

    AlwaysRows(Island.Tools tools, long seed) {
        this.tools = tools;
        this.seed = seed;
    }

    private record Parents(Table table, IntList rows) {}

    /** Chooses those of some tables, and gives what a person should know about it. */
    List<String> choose(List<Table> tables) {
        for (Table table : tables) {
            for (Always always :
                    tools.plan().configuration().settingsFor(table.name()).always()) {
                choose(table, always);
            }
        }
        return notices;
    }

    private void choose(Table table, Always always) {
        SQL condition =
                switch (always) {
                    case AlwaysWhere where -> Predicates.sql(where.predicate());
                    case AlwaysKeys keys -> DSL.sql("({0})", Predicates.sql(table, keys));
                };
        SQL from = DSL.sql("{0} WHERE {1}", tools.graph().relation(table).from("c"), condition);
        int[] rows = tools.graph().find(table, from);
        if (always instanceof AlwaysKeys keys && rows.length < keys.keys().size()) {
            notices.add("%s: %d of the %d rows of \"%s\" that are always to be in the sample are not in the source"
                    .formatted(
                            always.position(),
                            keys.keys().size() - rows.length,
                            keys.keys().size(),
                            table));
        } else if (rows.length == 0) {
            notices.add("%s: No row of \"%s\" fulfils the condition for being always in the sample"
                    .formatted(always.position(), table));
        }
        tools.choose(table, rows);
        always.children().ifPresent(children -> chooseChildren(table, rows, children.mostPerRow()));
    }

    /** Chooses the rows that refer to rows, and those that refer to these; none of them is followed twice. */
    private void chooseChildren(Table table, int[] rows, int mostPerRow) {
        Deque<Parents> open = new ArrayDeque<>(List.of(new Parents(table, IntList.of(rows))));
        while (!open.isEmpty()) {
            Parents parents = open.remove();
            for (Link link : tools.graph().links().to(parents.table())) {
                if (parents.rows().size() > 0 && !tools.graph().isComplete(link.child())) {
                    int[] fresh = tools.graph()
                            .unchosen(
                                    link.child(), children(link, parents.rows().toArray(), mostPerRow));
                    tools.choose(link.child(), fresh);
                    open.add(new Parents(link.child(), IntList.of(fresh)));
                }
            }
        }
    }

    private int[] children(Link link, int[] rows, int mostPerRow) {
        RowGraph graph = tools.graph();
        SQL joined = DSL.sql(
                "{0} JOIN {1} ON {2}",
                graph.queries().linked(link, graph.relation(link.child()).from("c")),
                graph.relation(link.parent()).rows(rows, "p"),
                link.refers("c", "p"));
        // Of one row's many children some are drawn by lot, and the same ones the next time.
        SQL numbered = DSL.sql(
                "(SELECT c.*, row_number() OVER (PARTITION BY p.{0}, p.{1} ORDER BY hashtextextended(CAST(c.{1} AS text), {2}), c.{1}) AS {3} FROM {4}) AS c",
                DSL.quotedName(Relation.STORAGE),
                DSL.quotedName(Relation.PLACE),
                DSL.inline(seed),
                DSL.quotedName("#number"),
                joined);
        return graph.find(
                link.child(),
                DSL.sql("{0} WHERE {1} <= {2}", numbered, DSL.quotedName("#number"), DSL.inline(mostPerRow)));
    }
}
