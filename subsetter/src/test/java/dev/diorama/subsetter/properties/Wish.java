package dev.diorama.subsetter.properties;

import java.util.List;

/** What the configuration of a sample asks for, as a query that shows whether it came true. */
sealed interface Wish {
    /** Whether it brings rows into the sample that its law does not ask for. */
    default boolean bringsRows() {
        return false;
    }

    /**
     * Only such rows of a table may be drawn.
     *
     * @param table the table
     * @param condition the condition on its rows
     */
    record Only(TableId table, String condition) implements Wish {}

    /**
     * Such rows of a table are always in the sample.
     *
     * @param table the table
     * @param condition the condition on its rows
     */
    record Always(TableId table, String condition) implements Wish {
        @Override
        public boolean bringsRows() {
            return true;
        }
    }

    /**
     * One row is always in the sample, with the rows that refer to it.
     *
     * @param table the table
     * @param key the values of its primary key
     * @param children how many rows at most come along by each foreign key
     */
    record WithChildren(TableId table, List<String> key, int children) implements Wish {
        @Override
        public boolean bringsRows() {
            return true;
        }

        /** What tells the row from others. */
        String condition(RandomKey primaryKey) {
            StringBuilder condition = new StringBuilder("true");
            for (int i = 0; i < key.size(); i++) {
                condition.append(" AND %s %s CAST(%s AS %s)"
                        .formatted(
                                Sql.name(primaryKey.columns().get(i)),
                                primaryKey.types().get(i).equality(),
                                key.get(i),
                                primaryKey.types().get(i).sql()));
            }
            return condition.toString();
        }
    }

    /**
     * A reference that the schema does not declare.
     *
     * @param table the referring table
     * @param from what refers, as the configuration says it
     * @param parent the table that is referred to
     * @param to what is referred to, as the configuration says it
     * @param when the condition on the rows that refer
     * @param keys what follows FROM in a query for each {@code k.key} that a row of {@code c} refers by
     * @param referred the text of what it must be equal to in a row of {@code p}
     */
    record Reference(TableId table, String from, TableId parent, String to, String when, String keys, String referred)
            implements Wish {
        /** A query for the rows that refer to a row that is not there, each as text with its key. */
        String orphans() {
            return """
                    SELECT c::text || ' by ' || k.key FROM %s
                    WHERE (%s) AND k.key IS NOT NULL AND NOT EXISTS (SELECT FROM %s p WHERE %s = k.key)"""
                    .formatted(keys, when, parent.sql(), referred);
        }

        /** A query for the rows that refer to row {@code p}. */
        String children() {
            return "SELECT FROM %s WHERE (%s) AND %s = k.key".formatted(keys, when, referred);
        }
    }
}
