package dev.diorama.subsetter.properties;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A foreign key.
 *
 * @param name its name
 * @param child the table whose rows refer
 * @param childRelation the relation that carries it, as SQL has it: the table or one of its partitions
 * @param columns the referring columns
 * @param parent the table that is referred to
 * @param parentRelation the relation that it names: the table or one of its partitions
 * @param key the columns that are referred to
 * @param match how it takes nulls
 * @param clause what else its definition says
 */
record RandomReference(
        String name,
        TableId child,
        String childRelation,
        List<String> columns,
        TableId parent,
        String parentRelation,
        RandomKey key,
        Match match,
        String clause) {
    /** How a foreign key takes nulls. */
    enum Match {
        SIMPLE,
        FULL
    }

    RandomReference {
        columns = List.copyOf(columns);
    }

    boolean isValid() {
        return !clause.contains("NOT VALID");
    }

    boolean isSelfReference() {
        return child.equals(parent);
    }

    /** The same foreign key of another table that has the same columns. */
    RandomReference from(String othersName, TableId other) {
        return new RandomReference(othersName, other, other.sql(), columns, parent, parentRelation, key, match, clause);
    }

    String sql() {
        return "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s) MATCH %s %s"
                .formatted(
                        childRelation,
                        Sql.name(name),
                        Sql.names(columns),
                        parentRelation,
                        Sql.names(key.columns()),
                        match,
                        clause)
                .strip();
    }

    /** A query for the rows that refer to a row that is not there, each as text. */
    String orphans() {
        String checked = columns.stream()
                .map(column -> "c.%s IS NOT NULL".formatted(Sql.name(column)))
                .collect(joining(match == Match.SIMPLE ? " AND " : " OR "));
        return "SELECT c::text FROM %s c WHERE (%s) AND NOT EXISTS (SELECT FROM %s p WHERE %s)"
                .formatted(from(childRelation), checked, parentRows(), matches());
    }

    /** A query for the rows that refer to row {@code p}. */
    String children() {
        return "SELECT FROM %s c WHERE %s".formatted(from(childRelation), matches());
    }

    /** The rows that can be referred to, for a FROM. */
    String parentRows() {
        return from(parentRelation);
    }

    private String matches() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "p.%s %s c.%s"
                        .formatted(
                                Sql.name(key.columns().get(i)),
                                key.types().get(i).equality(),
                                Sql.name(columns.get(i))))
                .collect(joining(" AND "));
    }

    /** The rows of a table are its own; where it has partitions, they are theirs. */
    private static String from(String relation) {
        return "(SELECT * FROM %s WHERE tableoid IN (SELECT relid FROM pg_partition_tree('%s') UNION SELECT '%s'::regclass))"
                .formatted(relation, relation.replace("'", "''"), relation.replace("'", "''"));
    }
}
