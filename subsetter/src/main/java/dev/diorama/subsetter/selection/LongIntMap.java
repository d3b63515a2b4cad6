package dev.diorama.subsetter.selection;

import java.util.Arrays;

/**
 * A map from any long to an int that is not negative, in two arrays with linear probing: 12 bytes an entry, and at least
 * a quarter of the places is free. For one thread at a time.
 */
final class LongIntMap {
    static final int ABSENT = -1;
    private static final int FIRST_CAPACITY = 64;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] values = filled(FIRST_CAPACITY);
    private int size;

    /** Told of each entry. */
    interface Visitor {
        void visit(long key, int value);
    }

    int size() {
        return size;
    }

    /** The value of a key, {@link #ABSENT} if there is none. */
    int get(long key) {
        return values[place(key)];
    }

    boolean contains(long key) {
        return get(key) != ABSENT;
    }

    /** Sets the value of a key, and tells whether the key is new. */
    boolean put(long key, int value) {
        int place = place(key);
        boolean absent = values[place] == ABSENT;
        keys[place] = key;
        values[place] = value;
        if (absent && ++size * 4L > keys.length * 3L) {
            grow();
        }
        return absent;
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != ABSENT) {
                visitor.visit(keys[i], values[i]);
            }
        }
    }

    /** The values, in no order. */
    int[] values() {
        return Arrays.stream(values).filter(value -> value != ABSENT).toArray();
    }

    /** The keys in ascending order. */
    long[] sortedKeys() {
        long[] sorted = new long[size];
        int next = 0;
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != ABSENT) {
                sorted[next++] = keys[i];
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = (int) (mix(key) >>> 32) & mask;
        while (values[place] != ABSENT && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }

    private static int[] filled(int length) {
        int[] values = new int[length];
        Arrays.fill(values, ABSENT);
        return values;
    }

    /** A number that looks random, the same for the same number. */
    static long mix(long number) {
        long mixed = (number ^ (number >>> 32)) * MIX;
        mixed = (mixed ^ (mixed >>> 29)) * MIX;
        return mixed ^ (mixed >>> 32);
    }
}
