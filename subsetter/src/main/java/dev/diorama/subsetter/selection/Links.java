package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.ReferringColumns;
import dev.diorama.subsetter.configuration.UndeclaredReference;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.selection.KeyTypes.KeyType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/** All links of a source, and the anchors that they end at. Immutable but for what anchors learn. */
final class Links {
    private final Catalog catalog;
    private final KeyTypes types;
    private final List<Link> links = new ArrayList<>();
    private final Map<TableName, List<Link>> byChild = new HashMap<>();
    private final Map<TableName, List<Link>> byParent = new HashMap<>();
    private final Map<Anchor.Identity, Anchor> anchors = new LinkedHashMap<>();
    private final List<Anchor> anchorsByLink = new ArrayList<>();

    private Links(Catalog catalog, KeyTypes types) {
        this.catalog = catalog;
        this.types = types;
    }

    /** Finds the links of a source that {@code session} is connected to. */
    static Links read(Session session, SelectionPlan plan) {
        Catalog catalog = plan.catalog();
        Links links = new Links(catalog, KeyTypes.read(session, catalog.serverMajor(), keyColumns(plan)));
        Set<ForeignKey.Reference> seen = new HashSet<>();
        for (ForeignKey key : catalog.foreignKeys()) {
            // Two constraints may say the same, but those of partitions each speak of their own rows.
            boolean whole =
                    key.child().equals(key.childRelation()) && key.parent().equals(key.parentRelation());
            if (!whole || seen.add(key.reference())) {
                links.add(links.link(key, session));
            }
        }
        plan.references().forEach(reference -> links.add(links.link(reference)));
        for (Table table : catalog.tables().values()) {
            if (!table.primaryKey().isEmpty()) {
                ValueForm form = links.form(table, table.primaryKey());
                links.anchor(new Anchor.Identity(table.name(), table.primaryKey(), form), table);
            }
        }
        return links;
    }

    private static Map<Table, Set<String>> keyColumns(SelectionPlan plan) {
        Catalog catalog = plan.catalog();
        Map<Table, Set<String>> columns = new LinkedHashMap<>();
        catalog.tables().values().forEach(table -> columns.put(table, new LinkedHashSet<>(table.primaryKey())));
        for (ForeignKey key : catalog.foreignKeys()) {
            for (ForeignKey.ColumnPair pair : key.columns()) {
                columns.getOrDefault(catalog.table(key.child()), new HashSet<>())
                        .add(pair.child());
                columns.getOrDefault(catalog.table(key.parent()), new HashSet<>())
                        .add(pair.parent());
            }
        }
        for (UndeclaredReference reference : plan.references()) {
            columns.getOrDefault(catalog.table(reference.child()), new HashSet<>())
                    .addAll(reference.columns().names());
            columns.getOrDefault(catalog.table(reference.parent()), new HashSet<>())
                    .addAll(reference.parentColumns());
        }
        return columns;
    }

    private Link link(ForeignKey key, Session session) {
        Table child = catalog.table(key.child());
        Table parent = catalog.table(key.parent());
        List<String> childColumns =
                key.columns().stream().map(ForeignKey.ColumnPair::child).toList();
        List<String> parentColumns =
                key.columns().stream().map(ForeignKey.ColumnPair::parent).toList();
        boolean alike = true;
        for (int i = 0; i < childColumns.size(); i++) {
            alike &= types.of(child, childColumns.get(i))
                    .name()
                    .equals(types.of(parent, parentColumns.get(i)).name());
        }
        ValueForm childForm = form(child, childColumns);
        ValueForm parentForm = form(parent, parentColumns);
        // Hashes of different types do not agree, though their values may be equal: the server is asked for those.
        ValueForm form =
                alike || (childForm == ValueForm.NUMBER && parentForm == ValueForm.NUMBER) ? childForm : ValueForm.TEXT;
        return new Link(
                links.size(),
                key.name(),
                child,
                parent,
                key.parentRelation(),
                key.columns().stream()
                        .map(pair -> new Link.Part(
                                pair.isPeriod() ? Link.ELEMENT : pair.child(),
                                pair.parent(),
                                new Link.Operator(pair.operatorSchema(), pair.operator())))
                        .toList(),
                form,
                key.child().equals(key.childRelation())
                        ? Optional.empty()
                        : Optional.of(within(session, key.childRelation())),
                period(key),
                Optional.of(key));
    }

    /** A period refers to all rows of the parent that it overlaps: together they contain it. */
    private static Optional<Link.Elements> period(ForeignKey key) {
        return key.columns().stream()
                .filter(ForeignKey.ColumnPair::isPeriod)
                .map(pair -> (Link.Elements) alias -> DSL.sql("(SELECT {0})", DSL.quotedName(alias, pair.child())))
                .findFirst();
    }

    private Link link(UndeclaredReference reference) {
        Table child = catalog.table(reference.child());
        Table parent = catalog.table(reference.parent());
        List<Link.Part> parts = new ArrayList<>();
        for (int i = 0; i < reference.parentColumns().size(); i++) {
            String parentColumn = reference.parentColumns().get(i);
            boolean own = reference.columns() instanceof ReferringColumns.Columns;
            parts.add(new Link.Part(
                    own ? reference.columns().names().get(i) : Link.ELEMENT,
                    parentColumn,
                    comparison(referringType(child, reference.columns(), i), types.of(parent, parentColumn))));
        }
        boolean byText = parts.stream().anyMatch(part -> part.comparison() instanceof Link.AsText);
        return new Link(
                links.size(),
                reference.toString(),
                child,
                parent,
                parent.name(),
                parts,
                byText ? ValueForm.TEXT : form(parent, reference.parentColumns()),
                reference.when().map(predicate -> DSL.sql("({0})", DSL.raw(predicate.sql()))),
                elements(reference.columns()),
                Optional.empty());
    }

    private KeyType referringType(Table child, ReferringColumns columns, int position) {
        return switch (columns) {
            case ReferringColumns.Columns(List<String> names) -> types.of(child, names.get(position));
            case ReferringColumns.Elements(String column) ->
                types.of(child, column).element();
            case ReferringColumns.JsonPath json -> KeyType.TEXT;
        };
    }

    private static Link.Comparison comparison(KeyType child, KeyType parent) {
        if (child.name().equals(parent.name()) || (child.isInteger() && parent.isInteger())) {
            return new Link.Equal();
        }
        if (parent.isInteger()) {
            return Link.Parsed.NUMBER;
        }
        return parent.name().equals("uuid") ? Link.Parsed.UUID : new Link.AsText();
    }

    private static Optional<Link.Elements> elements(ReferringColumns columns) {
        return switch (columns) {
            case ReferringColumns.Columns own -> Optional.empty();
            case ReferringColumns.Elements(String column) ->
                Optional.of(alias -> DSL.sql("unnest({0})", DSL.quotedName(alias, column)));
            case ReferringColumns.JsonPath(String column, String path) ->
                Optional.of(alias -> DSL.sql(
                        "(SELECT j #>> '{}' FROM jsonb_path_query(CAST({0} AS jsonb), CAST({1} AS jsonpath), '{}', true) AS j)",
                        DSL.quotedName(alias, column), DSL.inline(path)));
        };
    }

    private ValueForm form(Table table, List<String> columns) {
        if (columns.size() == 1 && types.of(table, columns.getFirst()).isInteger()) {
            return ValueForm.NUMBER;
        }
        return columns.stream().allMatch(column -> types.of(table, column).hashable())
                ? ValueForm.HASH
                : ValueForm.TEXT;
    }

    /** That a row lies in a partition, or in one of that one's own partitions. */
    private static SQL within(Session session, TableName partition) {
        return DSL.sql(
                "tableoid IN (SELECT CAST(relid AS oid) FROM pg_partition_tree(CAST({0} AS regclass)))",
                DSL.inline(session.sql().render(partition.sql())));
    }

    private void add(Link link) {
        links.add(link);
        byChild.computeIfAbsent(link.child().name(), name -> new ArrayList<>()).add(link);
        byParent.computeIfAbsent(link.parent().name(), name -> new ArrayList<>())
                .add(link);
        anchorsByLink.add(anchor(link.anchor(), link.parent()));
    }

    private Anchor anchor(Anchor.Identity identity, Table table) {
        return anchors.computeIfAbsent(identity, some -> new Anchor(some, table));
    }

    List<Link> all() {
        return links;
    }

    List<Link> from(Table child) {
        return byChild.getOrDefault(child.name(), List.of());
    }

    List<Link> to(Table parent) {
        return byParent.getOrDefault(parent.name(), List.of());
    }

    /** Forgets what the anchors of tables have learnt. */
    void forget(List<Table> tables) {
        anchors.values().stream()
                .filter(anchor -> tables.contains(anchor.table()))
                .forEach(Anchor::clear);
    }

    Iterable<Anchor> anchors() {
        return anchors.values();
    }

    Anchor anchor(Link link) {
        return anchorsByLink.get(link.number());
    }

    /** The anchors that are a table's own numbers, that of its primary key first. */
    List<Anchor> anchorsOf(Table table) {
        return anchors.values().stream()
                .filter(anchor -> anchor.table().equals(table) && anchor.ownValues())
                .sorted(Comparator.comparing(anchor -> !anchor.isOn(table.primaryKey())))
                .toList();
    }
}
