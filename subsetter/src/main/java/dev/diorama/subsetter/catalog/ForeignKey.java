package dev.diorama.subsetter.catalog;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A reference from the rows of one table to the rows of another, or of the same.
 *
 * @param name the constraint's name
 * @param child the table whose rows refer
 * @param parent the table that they refer to
 * @param childRelation the relation that carries the constraint: the child itself, or a partition of it
 * @param parentRelation the relation that it names: the parent itself, or a partition of it
 * @param columns the pairs of columns, in the constraint's order
 * @param required whether each row of the child refers to a row
 * @param valid whether PostgreSQL knows that every reference holds
 */
public record ForeignKey(
        String name,
        TableName child,
        TableName parent,
        TableName childRelation,
        TableName parentRelation,
        List<ColumnPair> columns,
        boolean required,
        boolean valid) {

    /**
     * A column that refers, and the one that it refers to.
     *
     * @param child the referring column
     * @param parent the column that it refers to
     * @param operatorSchema where the equality lives that PostgreSQL itself compares them with; it need not be in the
     *     search path, as that of {@code citext} is not
     * @param operator its name; of periods, that of overlapping
     */
    public record ColumnPair(String child, String parent, String operatorSchema, String operator) {
        /** Whether several rows of the parent may together contain what the child's column says. */
        public boolean isPeriod() {
            return operator.equals("&&");
        }
    }

    /**
     * What a key refers by, without its name. Partitions may each declare the key that the whole table would.
     *
     * @param child the table whose rows refer
     * @param parent the table that they refer to
     * @param columns the pairs of columns
     */
    public record Reference(TableName child, TableName parent, List<ColumnPair> columns) {}

    public ForeignKey {
        columns = List.copyOf(columns);
    }

    /** What the key refers by. */
    public Reference reference() {
        return new Reference(child, parent, columns);
    }

    /** Whether a table refers to itself. */
    public boolean isSelfReference() {
        return child.equals(parent);
    }

    /** {@code orders(buyer_id) → authors} as people read it. */
    @Override
    public String toString() {
        String names = columns.stream().map(ColumnPair::child).collect(Collectors.joining(", "));
        return "%s(%s) → %s".formatted(child, names, parent);
    }
}
