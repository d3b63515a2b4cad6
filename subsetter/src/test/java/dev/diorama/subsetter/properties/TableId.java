package dev.diorama.subsetter.properties;

/**
 * A table's name.
 *
 * @param schema its schema
 * @param table its name there
 */
record TableId(String schema, String table) {
    String sql() {
        return Sql.name(schema) + '.' + Sql.name(table);
    }

    /** The name of another relation beside it. */
    TableId beside(String suffix) {
        return new TableId(schema, table.substring(0, Math.min(table.length(), 50)) + suffix);
    }

    @Override
    public String toString() {
        return schema + '.' + table;
    }
}
