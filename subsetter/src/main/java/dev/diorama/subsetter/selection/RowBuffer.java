package dev.diorama.subsetter.selection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows as they come from the server, in its order: three growing arrays, twenty bytes a row. With each row goes a set
 * of bits, whose meaning is the asker's.
 */
final class RowBuffer {
    private long[] storages = new long[256];
    private long[] identities = new long[256];
    private int[] bits = new int[256];
    private int size;

    void add(long storage, long identity, int rowBits) {
        if (size == storages.length) {
            storages = Arrays.copyOf(storages, size * 2);
            identities = Arrays.copyOf(identities, size * 2);
            bits = Arrays.copyOf(bits, size * 2);
        }
        storages[size] = storage;
        identities[size] = identity;
        bits[size] = rowBits;
        size++;
    }

    void copy(RowBuffer other, int index) {
        add(other.storages[index], other.identities[index], other.bits[index]);
    }

    int size() {
        return size;
    }

    long storage(int index) {
        return storages[index];
    }

    long identity(int index) {
        return identities[index];
    }

    int bits(int index) {
        return bits[index];
    }

    Map<Long, long[]> byStorage() {
        Map<Long, long[]> rows = new LinkedHashMap<>();
        Arrays.stream(storages, 0, size)
                .distinct()
                .forEach(storage -> rows.put(
                        storage,
                        IntStream.range(0, size)
                                .filter(i -> storages[i] == storage)
                                .mapToLong(i -> identities[i])
                                .toArray()));
        return rows;
    }
}
