package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.selection.RowsKnownBy;
import dev.diorama.subsetter.selection.SelectionPlan;
import dev.diorama.subsetter.selection.TableSize;
import dev.diorama.subsetter.sizing.SizeLaw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes plans from a few words. */
final class Plans {
    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final Map<TableName, TableSize> sizes = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();

    /** A table with the default law. */
    Plans table(String name, long rows) {
        return table(name, rows, new SizeLaw.Logarithmic());
    }

    Plans table(String name, long rows, SizeLaw law) {
        TableName table = name(name);
        tables.put(table, new Table(tables.size() + 1, table, false, List.of(), List.of(), List.of(), List.of()));
        sizes.put(table, new TableSize(rows, rows, law.target(rows), RowsKnownBy.COUNT));
        return this;
    }

    /** A reference of every row to any row. */
    Plans reference(String child, String parent) {
        return reference(child, parent, 1);
    }

    /** A reference of a share of the rows. */
    Plans reference(String child, String parent, double share) {
        long parents = size(parent).sourceRows();
        references.add(new Reference(
                name(child),
                name(parent),
                List.of(parent + "_id_" + references.size()),
                Optional.empty(),
                child + " → " + parent,
                share,
                Math.min((double) parents, size(child).sourceRows() * share)));
        return this;
    }

    Expectation expect() {
        Catalog catalog = new Catalog(15, tables, List.of(), List.of(), List.of());
        return new Forecaster(new SelectionPlan(catalog, sizes, SampleConfiguration.DEFAULT, List.of()), references)
                .expect();
    }

    static TableName name(String name) {
        return new TableName("public", name);
    }

    TableSize size(String name) {
        return Optional.ofNullable(sizes.get(name(name))).orElseThrow();
    }

    Map<TableName, TableSize> sizes() {
        return sizes;
    }
}
