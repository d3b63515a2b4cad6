package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * The joins from a row, along each restriction's path, to the chosen rows at its end. They are left joins, so that a
 * row that violates a restriction remains; where a condition requires it, PostgreSQL turns its join into an inner one
 * and may begin with the chosen rows, by an index or by one hash join.
 *
 * @param joins what follows the row's table in FROM
 * @param conditions for each restriction, in order, that the row satisfies it
 */
record RestrictionJoins(List<SQL> joins, List<SQL> conditions) {
    /**
     * The joins for restrictions of the rows under an alias.
     *
     * @param row the rows' alias
     * @param prefix what the joins' own aliases begin with
     */
    static RestrictionJoins of(
            Catalog catalog, Selection selection, String row, String prefix, List<Restriction> restrictions) {
        List<SQL> joins = new ArrayList<>();
        List<SQL> conditions = new ArrayList<>();
        for (int i = 0; i < restrictions.size(); i++) {
            List<ForeignKey> path = restrictions.get(i).path();
            String child = row;
            for (int step = 0; step < path.size() - 1; step++) {
                String parent = "%s%d_%d".formatted(prefix, i, step);
                ForeignKey key = path.get(step);
                joins.add(join(
                        SelectionSql.from(catalog.table(key.parent()), parent),
                        SelectionSql.refers(key, child, parent)));
                child = parent;
            }
            ForeignKey last = path.getLast();
            String end = "%s%d".formatted(prefix, i);
            List<String> columns =
                    last.columns().stream().map(ForeignKey.ColumnPair::parent).toList();
            joins.add(join(
                    SelectionSql.rows(selection.rows(last.parent()), columns, end),
                    SelectionSql.refers(last, child, end)));
            conditions.add(satisfied(path, child, end));
        }
        return new RestrictionJoins(joins, conditions);
    }

    private static SQL join(SQL table, SQL condition) {
        return DSL.sql(" LEFT JOIN {0} ON {1}", table, condition);
    }

    private static SQL satisfied(List<ForeignKey> path, String child, String end) {
        boolean always = path.stream().allMatch(ForeignKey::required);
        return always
                ? DSL.sql("{0}", DSL.quotedName(end, "chosen"))
                : DSL.sql(
                        "({0} OR {1})",
                        DSL.quotedName(end, "chosen"), SelectionSql.refersToNothing(path.getLast(), child));
    }
}
