package dev.diorama.subsetter.selection;

import java.util.Arrays;

/** A growing list of ints. For one thread at a time. */
final class IntList {
    private int[] elements = new int[16];
    private int size;

    static IntList of(int... elements) {
        IntList list = new IntList();
        list.addAll(elements);
        return list;
    }

    void add(int element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
        }
        elements[size++] = element;
    }

    void addAll(int[] others) {
        for (int other : others) {
            add(other);
        }
    }

    void clear() {
        size = 0;
    }

    int get(int index) {
        return elements[index];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(elements, size);
    }
}
