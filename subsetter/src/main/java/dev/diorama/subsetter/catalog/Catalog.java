package dev.diorama.subsetter.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a database holds, as far as a sample needs to know it.
 *
 * @param serverMajor the server's major version
 * @param tables the tables, by name; those of extensions and foreign ones are not among them
 * @param foreignKeys every foreign key between these tables, each once
 * @param sequences the sequences, by name
 * @param materializedViews the populated materialized views, each after those that it reads
 */
public record Catalog(
        int serverMajor,
        Map<TableName, Table> tables,
        List<ForeignKey> foreignKeys,
        List<Sequence> sequences,
        List<MaterializedView> materializedViews) {
    public Catalog {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        foreignKeys = List.copyOf(foreignKeys);
        sequences = List.copyOf(sequences);
        materializedViews = List.copyOf(materializedViews);
    }

    /** The table of that name, which must be one of the tables. */
    public Table table(TableName name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("No table " + name + " in the catalog");
        }
        return table;
    }

    /** Where the rows of a table lie in this database: in itself or in its partitions, but not in foreign ones. */
    public List<TableName> places(TableName table) {
        Table known = tables.get(table);
        return known == null
                ? List.of(table)
                : known.storages().stream().map(Storage::name).toList();
    }

    /** The keys by which rows of a table refer to others. */
    public Stream<ForeignKey> keysFrom(TableName table) {
        return foreignKeys.stream().filter(key -> key.child().equals(table));
    }

    /** The keys by which rows of others refer to a table's. */
    public Stream<ForeignKey> keysTo(TableName table) {
        return foreignKeys.stream().filter(key -> key.parent().equals(table));
    }
}
