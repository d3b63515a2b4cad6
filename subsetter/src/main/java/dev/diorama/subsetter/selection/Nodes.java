package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of one table that the selection knows, chosen or not, in primitive arrays: some 40 bytes a row and 8 for each
 * reference. A row is a number from 0. For one thread at a time.
 */
final class Nodes {
    private static final int FIRST_CAPACITY = 64;
    private static final int STORAGE_SHIFT = 48;

    private final Table table;
    private final int references;
    private LongIntMap byPlace = new LongIntMap();
    private long[] places = new long[FIRST_CAPACITY];
    private long[] lots = new long[FIRST_CAPACITY];
    private int[] marks = new int[FIRST_CAPACITY];
    private long[][] values;
    private BitSet[] nulls;
    private BitSet chosen = new BitSet();
    private BitSet expanded = new BitSet();
    private BitSet unwanted = new BitSet();
    private final BitSet hopeless = new BitSet();
    private int size;
    private int chosenSize;

    Nodes(Table table, int references) {
        this.table = table;
        this.references = references;
        this.values = new long[references][FIRST_CAPACITY];
        this.nulls = bitSets();
    }

    int size() {
        return size;
    }

    int chosenSize() {
        return chosenSize;
    }

    /** The row at a place, which becomes known if it was not. */
    int at(int storage, long identity) {
        long place = (long) storage << STORAGE_SHIFT | identity;
        int known = byPlace.get(place);
        if (known != LongIntMap.ABSENT) {
            return known;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            lots = Arrays.copyOf(lots, size * 2);
            marks = Arrays.copyOf(marks, size * 2);
            for (int i = 0; i < references; i++) {
                values[i] = Arrays.copyOf(values[i], size * 2);
            }
        }
        places[size] = place;
        byPlace.put(place, size);
        return size++;
    }

    int storage(int row) {
        return (int) (places[row] >>> STORAGE_SHIFT);
    }

    long identity(int row) {
        return places[row] & (1L << STORAGE_SHIFT) - 1;
    }

    /** The random number by which the row takes its turn. */
    long lot(int row) {
        return lots[row];
    }

    void setLot(int row, long lot) {
        lots[row] = lot;
    }

    void setReference(int row, int reference, long value) {
        values[reference][row] = value;
    }

    void setNoReference(int row, int reference) {
        nulls[reference].set(row);
    }

    boolean refers(int row, int reference) {
        return !nulls[reference].get(row);
    }

    long reference(int row, int reference) {
        return values[reference][row];
    }

    boolean isChosen(int row) {
        return chosen.get(row);
    }

    void choose(int row) {
        if (!chosen.get(row)) {
            chosen.set(row);
            chosenSize++;
        }
    }

    int[] chosenRows() {
        return chosen.stream().toArray();
    }

    /** Whether all that the row refers to was asked for. */
    boolean isExpanded(int row) {
        return expanded.get(row);
    }

    void setExpanded(int row) {
        expanded.set(row);
    }

    /** Whether the row is one that a person does not want. */
    boolean isUnwanted(int row) {
        return unwanted.get(row);
    }

    void setUnwanted(int row) {
        unwanted.set(row);
    }

    /** Whether the row's unit is known not to fit, as long as the caps are what they are. */
    boolean isHopeless(int row) {
        return hopeless.get(row);
    }

    void setHopeless(int row) {
        hopeless.set(row);
    }

    void clearHopeless() {
        hopeless.clear();
    }

    /** Marks a row, and tells whether it did not have that mark. */
    boolean mark(int row, int mark) {
        boolean fresh = marks[row] != mark;
        marks[row] = mark;
        return fresh;
    }

    /** The chosen rows by storage, sorted. */
    RowSet rowSet() {
        List<Storage> storages = table.storages();
        long[] sorted = new long[chosenSize];
        int next = 0;
        for (int row = chosen.nextSetBit(0); row >= 0; row = chosen.nextSetBit(row + 1)) {
            sorted[next++] = places[row];
        }
        Arrays.sort(sorted);
        List<long[]> identities = new ArrayList<>();
        int from = 0;
        for (int storage = 0; storage < storages.size(); storage++) {
            int to = from;
            while (to < sorted.length && sorted[to] >>> STORAGE_SHIFT == storage) {
                sorted[to] &= (1L << STORAGE_SHIFT) - 1;
                to++;
            }
            identities.add(Arrays.copyOfRange(sorted, from, to));
            from = to;
        }
        return RowSet.of(table, identities);
    }

    /**
     * Forgets every row that is not chosen, and what the chosen ones refer to, which is chosen too.
     *
     * @return the new number of each row, {@link LongIntMap#ABSENT} for those that are forgotten
     */
    int[] forgetUnchosen() {
        int[] kept = new int[size];
        Arrays.fill(kept, LongIntMap.ABSENT);
        LongIntMap fewer = new LongIntMap();
        int next = 0;
        for (int row = chosen.nextSetBit(0); row >= 0; row = chosen.nextSetBit(row + 1)) {
            kept[row] = next;
            places[next] = places[row];
            lots[next] = lots[row];
            fewer.put(places[next], next);
            next++;
        }
        size = next;
        byPlace = fewer;
        places = Arrays.copyOf(places, Math.max(FIRST_CAPACITY, size));
        lots = Arrays.copyOf(lots, places.length);
        marks = new int[places.length];
        values = new long[references][places.length];
        nulls = bitSets();
        chosen = new BitSet(size);
        chosen.set(0, size);
        expanded = new BitSet(size);
        expanded.set(0, size);
        unwanted = new BitSet();
        hopeless.clear();
        return kept;
    }

    private BitSet[] bitSets() {
        BitSet[] sets = new BitSet[references];
        Arrays.setAll(sets, i -> new BitSet());
        return sets;
    }
}
