package dev.diorama.subsetter.selection;

import static dev.diorama.subsetter.selection.SelectionSql.list;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * The query for rows that a table could get, in random order, with a bit for each restriction that a row violates.
 *
 * <p>Restrictions are left joins to the chosen rows. One that is required also stands in the WHERE clause, where
 * PostgreSQL turns its join into an inner one and may begin with the chosen rows, by an index or by one hash join.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-select.html#SQL-FROM">TABLESAMPLE</a>
 */
record CandidateQuery(Catalog catalog, Selection selection, Table table, List<Restriction> restrictions, long seed) {
    private static final String ROW = "c";

    /** Every row of the table. */
    SQL all() {
        return query(DSL.sql("{0}", SelectionSql.from(table, ROW)), List.of(), DSL.sql(""));
    }

    /** The rows of that share of the table's blocks. */
    SQL sampled(double percent, long sampleSeed) {
        SQL from = DSL.sql(
                "{0} TABLESAMPLE SYSTEM ({1}) REPEATABLE ({2})",
                SelectionSql.from(table, ROW), DSL.inline(percent), DSL.inline(sampleSeed));
        return query(from, List.of(), DSL.sql(""));
    }

    /** Rows that violate none of the required restrictions. */
    SQL restricted(List<Restriction> required, long limit) {
        return query(SelectionSql.from(table, ROW), required, DSL.sql(" LIMIT {0}", DSL.inline(limit)));
    }

    private SQL query(SQL from, List<Restriction> required, SQL limit) {
        List<SQL> joins = new ArrayList<>();
        List<SQL> bits = new ArrayList<>();
        List<SQL> conditions = new ArrayList<>();
        for (int bit = 0; bit < restrictions.size(); bit++) {
            Restriction restriction = restrictions.get(bit);
            String parent = join(restriction.path(), bit, joins);
            String child = restriction.path().size() == 1
                    ? ROW
                    : alias(bit, restriction.path().size() - 2);
            SQL satisfied = satisfied(restriction.path(), child, parent);
            bits.add(DSL.sql("CASE WHEN {0} THEN 0 ELSE {1} END", satisfied, DSL.inline(1 << bit)));
            if (required.stream().anyMatch(other -> other.path().equals(restriction.path()))) {
                conditions.add(DSL.sql("({0})", satisfied));
            }
        }
        bits.add(DSL.sql("0"));
        SQL where = conditions.isEmpty() ? DSL.sql("") : DSL.sql(" WHERE {0}", list(conditions, " AND "));
        return DSL.sql(
                "SELECT {0}.tableoid::bigint, {0}.ctid, {1} FROM {2}{3}{4} ORDER BY {5}, {0}.tableoid, {0}.ctid{6}",
                DSL.quotedName(ROW),
                list(bits, " + "),
                from,
                list(joins, ""),
                where,
                SelectionSql.randomNumber(table, ROW, seed),
                limit);
    }

    /** Adds the joins along a path and gives the name of its end. */
    private String join(List<ForeignKey> path, int bit, List<SQL> joins) {
        String child = ROW;
        for (int step = 0; step < path.size(); step++) {
            ForeignKey key = path.get(step);
            String parent = alias(bit, step);
            boolean last = step == path.size() - 1;
            SQL rows = last
                    ? SelectionSql.rows(
                            selection.rows(key.parent()),
                            key.columns().stream()
                                    .map(ForeignKey.ColumnPair::parent)
                                    .toList(),
                            parent)
                    : SelectionSql.from(catalog.table(key.parent()), parent);
            joins.add(DSL.sql(" LEFT JOIN {0} ON {1}", rows, SelectionSql.refers(key, child, parent)));
            child = parent;
        }
        return child;
    }

    private static SQL satisfied(List<ForeignKey> path, String child, String parent) {
        boolean always = path.stream().allMatch(ForeignKey::required);
        return always
                ? DSL.sql("{0}", DSL.quotedName(parent, "chosen"))
                : DSL.sql(
                        "{0} OR {1}",
                        DSL.quotedName(parent, "chosen"), SelectionSql.refersToNothing(path.getLast(), child));
    }

    private static String alias(int bit, int step) {
        return "r%d_%d".formatted(bit, step);
    }
}
