package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.ForeignKey.ColumnPair;
import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/** The pieces that selecting queries are made of. They run nothing. */
final class SelectionSql {
    private SelectionSql() {}

    /** A table under a short name; the members of an inheritance tree are not looked into. */
    static SQL from(Table table, String alias) {
        return DSL.sql(
                table.partitioned() ? "{0} AS {1}" : "ONLY {0} AS {1}",
                table.name().sql(),
                DSL.quotedName(alias));
    }

    /** The parent's side of a key, which may be one partition of the parent. */
    static SQL parentOf(ForeignKey key, Table parent, String alias) {
        return key.parentRelation().equals(parent.name())
                ? from(parent, alias)
                : DSL.sql("{0} AS {1}", key.parentRelation().sql(), DSL.quotedName(alias));
    }

    /** Those columns of the rows of a set, and a column {@code chosen} that is true. */
    static SQL rows(RowSet rows, List<String> columns, String alias) {
        QueryPart names = list(columns.stream().map(DSL::quotedName).toList(), ", ");
        if (rows.isComplete()) {
            return DSL.sql(
                    "(SELECT {0}, true AS chosen FROM {1}) AS {2}",
                    names, from(rows.table(), "all"), DSL.quotedName(alias));
        }
        List<SQL> parts = new ArrayList<>();
        for (Storage storage : rows.storages()) {
            parts.add(DSL.sql(
                    "SELECT {0}, true AS chosen FROM ONLY {1} WHERE ctid = ANY (CAST({2} AS tid[]))",
                    names, storage.name().sql(), DSL.val(RowIdentity.array(rows.rows(storage)))));
        }
        if (parts.isEmpty()) {
            parts.add(DSL.sql("SELECT {0}, true AS chosen FROM {1} WHERE false", names, from(rows.table(), "none")));
        }
        return DSL.sql("({0}) AS {1}", list(parts, " UNION ALL "), DSL.quotedName(alias));
    }

    /** That a row of the parent is the one which a row of the child refers to. */
    static SQL refers(ForeignKey key, String child, String parent) {
        List<SQL> pairs = new ArrayList<>();
        for (ColumnPair pair : key.columns()) {
            pairs.add(DSL.sql(
                    "{0} OPERATOR({1}.{2}) {3}",
                    DSL.quotedName(parent, pair.parent()),
                    DSL.quotedName(pair.operatorSchema()),
                    DSL.raw(pair.operator()),
                    DSL.quotedName(child, pair.child())));
        }
        return list(pairs, " AND ");
    }

    /** That a row of the child refers to nothing, because one of the key's columns is null. */
    static SQL refersToNothing(ForeignKey key, String child) {
        return list(
                key.columns().stream()
                        .map(pair -> DSL.sql("{0} IS NULL", DSL.quotedName(child, pair.child())))
                        .toList(),
                " OR ");
    }

    /** A number that is random, and the same for the same row and seed whenever it is asked for. */
    static SQL randomNumber(Table table, String alias, long seed) {
        List<String> key = table.primaryKey();
        return switch (key.size()) {
            case 0 -> DSL.sql("hashtextextended({0}::text, {1})", DSL.quotedName(alias, "ctid"), DSL.inline(seed));
            case 1 ->
                DSL.sql("hashtextextended({0}::text, {1})", DSL.quotedName(alias, key.getFirst()), DSL.inline(seed));
            default ->
                DSL.sql(
                        "hashtextextended(ROW({0})::text, {1})",
                        list(
                                key.stream()
                                        .map(column -> DSL.quotedName(alias, column))
                                        .toList(),
                                ", "),
                        DSL.inline(seed));
        };
    }

    static SQL list(List<? extends QueryPart> parts, String separator) {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            template.append(i == 0 ? "" : separator).append('{').append(i).append('}');
        }
        return DSL.sql(template.toString(), parts.toArray(QueryPart[]::new));
    }
}
