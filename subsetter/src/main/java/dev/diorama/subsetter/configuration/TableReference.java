package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A table as a person names it.
 *
 * @param schema its schema, where that is said
 * @param table its name, as it is stored
 */
public record TableReference(Optional<String> schema, String table) {
    /**
     * The tables that may be meant. A name without a schema means the table in {@code public}, or where there is none
     * the tables of that name in all others.
     */
    List<TableName> candidates(Collection<TableName> tables) {
        List<TableName> named = tables.stream()
                .filter(name -> name.table().equals(table))
                .filter(name -> schema.isEmpty() || schema.get().equals(name.schema()))
                .sorted()
                .toList();
        return named.stream()
                .filter(name -> schema.isEmpty() && name.schema().equals("public"))
                .findFirst()
                .map(List::of)
                .orElse(named);
    }

    @Override
    public String toString() {
        return schema.map(name -> name + '.').orElse("") + table;
    }
}
