package dev.diorama.subsetter.selection;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows as they come from the server, in its order: four growing arrays, 28 bytes a row. With each row goes a set of
 * bits and a weight, whose meaning is the asker's.
 */
final class RowBuffer {
    private long[] storages = new long[256];
    private long[] identities = new long[256];
    private int[] bits = new int[256];
    private long[] weights = new long[256];
    private int size;

    void add(long storage, long identity, int rowBits, long weight) {
        if (size == storages.length) {
            storages = Arrays.copyOf(storages, size * 2);
            identities = Arrays.copyOf(identities, size * 2);
            bits = Arrays.copyOf(bits, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
        }
        storages[size] = storage;
        identities[size] = identity;
        bits[size] = rowBits;
        weights[size] = weight;
        size++;
    }

    void copy(RowBuffer other, int index) {
        add(other.storages[index], other.identities[index], other.bits[index], other.weights[index]);
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

    /** The sum of the weights. */
    long weight() {
        return Arrays.stream(weights, 0, size).sum();
    }

    /** The first rows, as many as it takes for their weights to sum up to {@code enough}. */
    RowBuffer heaviest(long enough) {
        RowBuffer first = new RowBuffer();
        long sum = 0;
        for (int i = 0; i < size && sum < enough; i++) {
            sum += weights[i];
            first.copy(this, i);
        }
        return first;
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
