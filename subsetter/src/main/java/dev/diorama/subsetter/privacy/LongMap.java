package dev.diorama.subsetter.privacy;

/**
 * A map from longs that look random to longs, in two arrays with linear probing: 16 bytes an entry, and at least a
 * quarter of the places is free. For one thread at a time.
 */
final class LongMap {
    private static final int FIRST_CAPACITY = 256;
    /** What stands in a free place; the entry of that key has a place of its own. */
    private static final long FREE = 0;

    private long[] keys = new long[FIRST_CAPACITY];
    private long[] values = new long[FIRST_CAPACITY];
    private int size;
    private boolean hasFreeKey;
    private long valueOfFreeKey;

    /** How many keys there are. */
    int size() {
        return hasFreeKey ? size + 1 : size;
    }

    boolean contains(long key) {
        return key == FREE ? hasFreeKey : keys[place(key)] == key;
    }

    /** Sets the value of a key that has none, and gives the value that the key has now. */
    long putIfAbsent(long key, long value) {
        if (key == FREE) {
            valueOfFreeKey = hasFreeKey ? valueOfFreeKey : value;
            hasFreeKey = true;
            return valueOfFreeKey;
        }
        int place = place(key);
        if (keys[place] == key) {
            return values[place];
        }
        keys[place] = key;
        values[place] = value;
        if (++size * 4L > keys.length * 3L) {
            grow();
        }
        return value;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = (int) (key ^ key >>> 32) & mask;
        while (keys[place] != FREE && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }
}
