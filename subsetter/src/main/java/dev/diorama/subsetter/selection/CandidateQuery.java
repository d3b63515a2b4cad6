package dev.diorama.subsetter.selection;

import static dev.diorama.subsetter.selection.SelectionSql.list;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * The query for rows that a table could get, in random order, with a bit for each restriction that a row violates and
 * a weight.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-select.html#SQL-FROM">TABLESAMPLE</a>
 */
record CandidateQuery(Catalog catalog, Selection selection, Table table, List<Restriction> restrictions, long seed) {
    private static final String ROW = "c";
    /** A name that no column is likely to have. */
    private static final String USES = "#uses";

    private static final SQL NOTHING = DSL.sql("");

    /** The rows of the table that are chosen already. */
    RowSet chosen() {
        return selection.rows(table.name());
    }

    /** Every row of the table. */
    SQL all() {
        return query(SelectionSql.from(table, ROW), List.of(), NOTHING);
    }

    /** The rows of that share of the table's blocks. */
    SQL sampled(double percent, long sampleSeed) {
        SQL from = DSL.sql(
                "{0} TABLESAMPLE SYSTEM ({1}) REPEATABLE ({2})",
                SelectionSql.from(table, ROW), DSL.inline(percent), DSL.inline(sampleSeed));
        return query(from, List.of(), NOTHING);
    }

    /** Rows that violate none of the required restrictions. */
    SQL restricted(List<Restriction> required, long limit) {
        return query(SelectionSql.from(table, ROW), required, DSL.sql(" LIMIT {0}", DSL.inline(limit)));
    }

    /** Rows that descendants can use, the most useful first; a row's weight is how many of them can use it. */
    SQL useful(Descent descent) {
        SQL from = DSL.sql(
                "{0} JOIN {1} ON {2}",
                SelectionSql.from(table, ROW),
                uses(descent),
                SelectionSql.refers(descent.path().getFirst(), "u", ROW));
        return query(from, List.of(), NOTHING, DSL.quotedName("u", USES));
    }

    /** How many rows at the end of a descent use each row that the first key on it refers to. */
    private SQL uses(Descent descent) {
        String end = alias(descent.path().size() - 1);
        RestrictionJoins others = RestrictionJoins.of(catalog, selection, end, "o", descent.others());
        List<SQL> joins = new ArrayList<>();
        for (int step = descent.path().size() - 1; step > 0; step--) {
            ForeignKey key = descent.path().get(step);
            joins.add(DSL.sql(
                    " JOIN {0} ON {1}",
                    SelectionSql.from(catalog.table(key.parent()), alias(step - 1)),
                    SelectionSql.refers(key, alias(step), alias(step - 1))));
        }
        joins.addAll(others.joins());
        List<Name> columns = descent.path().getFirst().columns().stream()
                .map(pair -> DSL.quotedName(alias(0), pair.child()))
                .distinct()
                .toList();
        return DSL.sql(
                "(SELECT {0}, count(*) AS {1} FROM {2}{3} WHERE {4} GROUP BY {0}) AS {5}",
                list(columns, ", "),
                DSL.quotedName(USES),
                SelectionSql.from(catalog.table(descent.end()), end),
                list(joins, ""),
                list(others.conditions(), " AND "),
                DSL.quotedName("u"));
    }

    private SQL query(SQL from, List<Restriction> required, SQL limit) {
        return query(from, required, limit, DSL.inline(0));
    }

    private SQL query(SQL from, List<Restriction> required, SQL limit, QueryPart weight) {
        RestrictionJoins joined = RestrictionJoins.of(catalog, selection, ROW, "r", restrictions);
        List<SQL> bits = new ArrayList<>(IntStream.range(0, restrictions.size())
                .mapToObj(bit -> DSL.sql(
                        "CASE WHEN {0} THEN 0 ELSE {1} END", joined.conditions().get(bit), DSL.inline(1 << bit)))
                .toList());
        bits.add(DSL.sql("0"));
        List<SQL> conditions = IntStream.range(0, restrictions.size())
                .filter(bit -> required.stream().anyMatch(other -> other.path()
                        .equals(restrictions.get(bit).path())))
                .mapToObj(joined.conditions()::get)
                .toList();
        return DSL.sql(
                "SELECT {0}.tableoid::bigint, {0}.ctid, {1}, {2} FROM {3}{4}{5} ORDER BY 4 DESC, {6}, 1, {0}.ctid{7}",
                DSL.quotedName(ROW),
                list(bits, " + "),
                weight,
                from,
                list(joined.joins(), ""),
                conditions.isEmpty() ? NOTHING : DSL.sql(" WHERE {0}", list(conditions, " AND ")),
                SelectionSql.randomNumber(table, ROW, seed),
                limit);
    }

    private static String alias(int step) {
        return "d%d".formatted(step);
    }
}
