package dev.diorama.subsetter.selection;

import static dev.diorama.subsetter.selection.SelectionSql.list;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import java.util.List;
import java.util.Optional;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * A reference as the selection follows it: a foreign key, or one that a person configured. Immutable.
 *
 * @param number its place among all links
 * @param name the foreign key's name, or the configured reference's
 * @param child the table whose rows refer
 * @param parent the table that they refer to
 * @param parentRelation the parent itself, or the partition of it that is referred to
 * @param parts the pairs of columns
 * @param form how the columns become a number
 * @param condition which rows of the child refer at all, over its columns; nothing if all do
 * @param elements where a row may refer to several: the set of values, over the columns of the child's alias
 * @param key the foreign key, if it is one
 */
record Link(
        int number,
        String name,
        Table child,
        Table parent,
        TableName parentRelation,
        List<Part> parts,
        ValueForm form,
        Optional<SQL> condition,
        Optional<Elements> elements,
        Optional<ForeignKey> key) {
    /** The name of the column with one of several values. */
    static final String ELEMENT = "#element";

    /**
     * A column that refers and the one that it refers to.
     *
     * @param childColumn the column that refers
     * @param parentColumn the column that it refers to
     * @param comparison how they are compared
     */
    record Part(String childColumn, String parentColumn, Comparison comparison) {
        SQL refers(String child, String parent) {
            return comparison.of(
                    DSL.sql("{0}", DSL.quotedName(parent, parentColumn)),
                    DSL.sql("{0}", DSL.quotedName(child, childColumn)));
        }
    }

    /** How a parent's column is compared with a child's. */
    sealed interface Comparison {
        /** The condition. */
        SQL of(SQL parent, SQL child);

        /** What of the child's column is compared. */
        default SQL value(SQL child) {
            return child;
        }
    }

    /** By equality as PostgreSQL understands it for the two types. */
    record Equal() implements Comparison {
        @Override
        public SQL of(SQL parent, SQL child) {
            return DSL.sql("{0} = {1}", parent, child);
        }
    }

    /** By the operator that the key itself uses; it need not be in the search path, as that of {@code citext} is not. */
    record Operator(String schema, String operator) implements Comparison {
        @Override
        public SQL of(SQL parent, SQL child) {
            return DSL.sql("{0} OPERATOR({1}.{2}) {3}", parent, DSL.quotedName(schema), DSL.raw(operator), child);
        }
    }

    /**
     * A text that may hold a value of another type with such a value; a text that holds none refers to nothing.
     *
     * @param pattern what such texts look like
     * @param type the type
     */
    record Parsed(String pattern, String type) implements Comparison {
        static final Parsed NUMBER = new Parsed("^-?[0-9]{1,18}$", "bigint");
        static final Parsed UUID = new Parsed("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", "uuid");

        @Override
        public SQL of(SQL parent, SQL child) {
            return DSL.sql("{0} = {1}", parent, value(child));
        }

        @Override
        public SQL value(SQL child) {
            return DSL.sql(
                    "CASE WHEN CAST({0} AS text) ~ {1} THEN CAST(CAST({0} AS text) AS {2}) END",
                    child, DSL.inline(pattern), DSL.raw(type));
        }
    }

    /** Two types by what they look like. */
    record AsText() implements Comparison {
        @Override
        public SQL of(SQL parent, SQL child) {
            return DSL.sql("CAST({0} AS text) = {1}", parent, value(child));
        }

        @Override
        public SQL value(SQL child) {
            return DSL.sql("CAST({0} AS text)", child);
        }
    }

    /** The values of one row: a FROM item whose only column is {@link #ELEMENT}. */
    interface Elements {
        SQL of(String alias);
    }

    Link {
        parts = List.copyOf(parts);
    }

    boolean many() {
        return elements.isPresent();
    }

    boolean isSelfReference() {
        return child.equals(parent);
    }

    /** The number of what a row refers to, over the child's columns; null where it refers to nothing. */
    SQL value() {
        SQL value = form.of(parts.stream()
                .map(part -> part.comparison().value(DSL.sql("{0}", DSL.quotedName(part.childColumn()))))
                .toList());
        return condition
                .map(some -> DSL.sql("CASE WHEN {0} THEN {1} END", some, value))
                .orElse(value);
    }

    /** That a row of the parent is the one which a row of the child refers to. */
    SQL refers(String childAlias, String parentAlias) {
        return list(
                parts.stream().map(part -> part.refers(childAlias, parentAlias)).toList(), " AND ");
    }

    /** What is referred to: links of the same anchor share what is known of it. */
    Anchor.Identity anchor() {
        return new Anchor.Identity(
                parentRelation, parts.stream().map(Part::parentColumn).toList(), form);
    }

    private List<String> childColumns() {
        return parts.stream().map(Part::childColumn).toList();
    }

    /** Rows that it brought over the target of the table that it refers to, for a person to read. */
    Selection.Excess excess(long rows) {
        return new Selection.Excess(
                parent.name(),
                child.name(),
                childColumns(),
                key.map(ForeignKey::name),
                key.map(ForeignKey::toString).orElse(name),
                rows);
    }

    /** That no index supports it, for a person to read. */
    Selection.Unindexed unindexed() {
        return new Selection.Unindexed(child.name(), childColumns(), name);
    }

    /** {@code orders(buyer_id) → authors} as people read it. */
    @Override
    public String toString() {
        return "%s(%s) → %s".formatted(child, String.join(", ", childColumns()), parent);
    }
}
