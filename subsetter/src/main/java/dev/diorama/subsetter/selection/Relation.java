package dev.diorama.subsetter.selection;

import static dev.diorama.subsetter.selection.SelectionSql.list;

import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * A table as the selection asks for its rows: where a row lies, the numbers of what it refers to, its own numbers, and
 * whether a person wants it. What queries select here is what is read from their answers here.
 */
final class Relation {
    static final int UNKNOWN = -1;

    static final String STORAGE = "#storage";
    static final String PLACE = "#place";
    private static final String UNWANTED = "#unwanted";
    private static final SQL NOTHING = DSL.sql("");

    private final Table table;
    private final List<Link> links;
    private final List<Anchor> anchors;
    private final Optional<SQL> where;
    private final long seed;
    private final boolean keyed;
    private final Reading reading;
    private final Nodes nodes;
    private final Map<Long, Integer> storages = new HashMap<>();

    /** How a table is read. */
    enum Reading {
        /** By its name. */
        WHOLE,
        /** By the names of those of its partitions that are copied. */
        BY_STORAGE
    }

    /**
     * A table.
     *
     * @param links by which its rows refer to one row each
     * @param anchors its own numbers, that of the primary key first if it has one
     * @param where what a person wants of its rows
     * @param seed what its rows draw lots by
     * @param reading how it is read
     */
    Relation(Table table, List<Link> links, List<Anchor> anchors, Optional<SQL> where, long seed, Reading reading) {
        this.table = table;
        this.links = List.copyOf(links);
        this.anchors = List.copyOf(anchors);
        this.where = where;
        this.reading = reading;
        this.seed = LongIntMap.mix(seed);
        this.keyed = !table.primaryKey().isEmpty();
        this.nodes = new Nodes(table, links.size());
        for (int i = 0; i < table.storages().size(); i++) {
            storages.put(table.storages().get(i).oid(), i);
        }
    }

    Table table() {
        return table;
    }

    Nodes nodes() {
        return nodes;
    }

    List<Link> links() {
        return links;
    }

    List<Anchor> anchors() {
        return anchors;
    }

    Optional<SQL> where() {
        return where;
    }

    /** The table with its columns and those of the selection. Members of an inheritance tree are not looked into. */
    SQL from(String alias) {
        return from(NOTHING, alias);
    }

    /** Some of the table's blocks. */
    SQL sampled(double percent, long seed, String alias) {
        return from(
                DSL.sql(
                        " TABLESAMPLE SYSTEM ({0}) REPEATABLE ({1})",
                        DSL.inline(percent), DSL.inline((int) LongIntMap.mix(seed))),
                alias);
    }

    private SQL from(SQL sample, String alias) {
        if (reading == Reading.WHOLE || table.storages().isEmpty()) {
            return from(DSL.sql("{0}{1}", source(table.name().sql(), table.partitioned()), sample), NOTHING, alias);
        }
        List<SQL> parts = table.storages().stream()
                .map(storage -> selected(DSL.sql("{0}{1}", source(storage.name().sql(), false), sample), NOTHING))
                .toList();
        return DSL.sql("({0}) AS {1}", list(parts, " UNION ALL "), DSL.quotedName(alias));
    }

    /** The partition of the table that a link refers to, or the table. */
    SQL referred(Link link, String alias) {
        return link.parentRelation().equals(table.name())
                ? from(alias)
                : from(DSL.sql("{0}", link.parentRelation().sql()), NOTHING, alias);
    }

    /** Known rows. */
    SQL rows(int[] rows, String alias) {
        Map<Integer, IntList> byStorage = new TreeMap<>();
        for (int row : rows) {
            byStorage
                    .computeIfAbsent(nodes.storage(row), storage -> new IntList())
                    .add(row);
        }
        List<SQL> parts = new ArrayList<>();
        byStorage.forEach((storage, members) -> {
            long[] identities = new long[members.size()];
            for (int i = 0; i < identities.length; i++) {
                identities[i] = nodes.identity(members.get(i));
            }
            Arrays.sort(identities);
            SQL place = DSL.sql(
                    " WHERE ctid = ANY (CAST({0} AS tid[]))",
                    DSL.inline(RowIdentity.array(identities, 0, identities.length)));
            Storage relation = table.storages().get(storage);
            parts.add(selected(
                    source(relation.name().sql(), relation.name().equals(table.name()) && table.partitioned()), place));
        });
        return DSL.sql("({0}) AS {1}", list(parts, " UNION ALL "), DSL.quotedName(alias));
    }

    private SQL from(SQL source, SQL condition, String alias) {
        return DSL.sql("({0}) AS {1}", selected(source, condition), DSL.quotedName(alias));
    }

    private SQL selected(SQL source, SQL condition) {
        List<SQL> columns = new ArrayList<>();
        columns.add(DSL.sql("tableoid AS {0}, ctid AS {1}", DSL.quotedName(STORAGE), DSL.quotedName(PLACE)));
        for (int i = 0; i < links.size(); i++) {
            columns.add(DSL.sql("{0} AS {1}", links.get(i).value(), DSL.quotedName(linkColumn(i))));
        }
        for (int i = 0; i < anchors.size(); i++) {
            columns.add(DSL.sql("{0} AS {1}", anchors.get(i).value(), DSL.quotedName(anchorColumn(i))));
        }
        where.ifPresent(some -> columns.add(DSL.sql("({0}) IS NOT TRUE AS {1}", some, DSL.quotedName(UNWANTED))));
        // The table's own columns come last, so that a table without any leaves no comma behind.
        return DSL.sql("SELECT {0}{1} FROM {2}{3}", list(columns, ", "), ownColumns(), source, condition);
    }

    /** By name: a partition may have its columns in another order. */
    private SQL ownColumns() {
        List<Name> columns = table.columns().stream()
                .map(column -> DSL.quotedName(column.name()))
                .toList();
        return columns.isEmpty() ? NOTHING : DSL.sql(", {0}", list(columns, ", "));
    }

    private static SQL source(QueryPart name, boolean partitioned) {
        return DSL.sql(partitioned ? "{0}" : "ONLY {0}", name);
    }

    /** What {@link #read} reads, of the table under an alias. */
    SQL columns(String alias) {
        List<QueryPart> columns = new ArrayList<>();
        columns.add(DSL.quotedName(alias, STORAGE));
        columns.add(DSL.quotedName(alias, PLACE));
        for (int i = 0; i < links.size(); i++) {
            columns.add(DSL.quotedName(alias, linkColumn(i)));
        }
        for (int i = 0; i < anchors.size(); i++) {
            columns.add(DSL.quotedName(alias, anchorColumn(i)));
        }
        if (where.isPresent()) {
            columns.add(DSL.quotedName(alias, UNWANTED));
        }
        return list(columns, ", ");
    }

    /** That the rows under an alias are such as a person wants. */
    SQL wanted(String alias) {
        return where.isPresent() ? DSL.sql("NOT {0}", DSL.quotedName(alias, UNWANTED)) : DSL.sql("true");
    }

    /** The number of what the rows under an alias refer to by one of the links. */
    SQL reference(Link link, String alias) {
        return DSL.sql("{0}", DSL.quotedName(alias, linkColumn(links.indexOf(link))));
    }

    /**
     * Reads a row, which becomes known if it was not.
     *
     * @return its number; {@link #UNKNOWN} if it lies in a partition that is not copied, as a foreign table is not
     */
    int read(ByteBuffer fields) {
        Integer storage = storages.get(BinaryRows.readOid(fields));
        long identity = BinaryRows.readIdentity(fields);
        int row = storage == null ? UNKNOWN : nodes.at(storage, identity);
        for (int i = 0; i < links.size(); i++) {
            if (BinaryRows.isNull(fields)) {
                if (row != UNKNOWN) {
                    nodes.setNoReference(row, i);
                }
            } else {
                long value = BinaryRows.readLong(fields);
                if (row != UNKNOWN) {
                    nodes.setReference(row, i, value);
                }
            }
        }
        // Lots are drawn by primary key: it stays the same wherever a row lies.
        long lot = identity;
        for (int i = 0; i < anchors.size(); i++) {
            if (!BinaryRows.isNull(fields)) {
                long value = BinaryRows.readLong(fields);
                lot = i == 0 && keyed ? value : lot;
                if (row != UNKNOWN) {
                    anchors.get(i).learn(value, row);
                }
            }
        }
        if (row != UNKNOWN) {
            nodes.setLot(row, LongIntMap.mix(lot ^ seed));
        }
        if (where.isPresent() && BinaryRows.readBoolean(fields) && row != UNKNOWN) {
            nodes.setUnwanted(row);
        }
        return row;
    }

    private static String linkColumn(int number) {
        return "#link %d".formatted(number);
    }

    private static String anchorColumn(int number) {
        return "#anchor %d".formatted(number);
    }
}
