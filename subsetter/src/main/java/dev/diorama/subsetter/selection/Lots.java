package dev.diorama.subsetter.selection;

import java.util.Arrays;

/** The order in which rows take their turn: that of their lots. */
final class Lots {
    private static final long ROW_MASK = 0xFFFF_FFFFL;

    private Lots() {}

    /** The rows in order, each once. */
    static int[] inOrder(Nodes nodes, int[] rows) {
        // The upper half of a lot and the row in one number: sorting primitives needs no object for each.
        long[] turns = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            turns[i] = (nodes.lot(rows[i]) & ~ROW_MASK) | rows[i];
        }
        Arrays.sort(turns);
        int[] ordered = new int[rows.length];
        int size = 0;
        for (int i = 0; i < turns.length; i++) {
            if (i == 0 || turns[i] != turns[i - 1]) {
                ordered[size++] = (int) turns[i];
            }
        }
        settleTies(nodes, ordered, size);
        return Arrays.copyOf(ordered, size);
    }

    /** Rows are numbered as they come from the server, which is not always the same: halves that agree need the rest. */
    private static void settleTies(Nodes nodes, int[] ordered, int size) {
        for (int i = 1; i < size; i++) {
            for (int j = i;
                    j > 0 && tied(nodes, ordered[j - 1], ordered[j]) && after(nodes, ordered[j - 1], ordered[j]);
                    j--) {
                int row = ordered[j];
                ordered[j] = ordered[j - 1];
                ordered[j - 1] = row;
            }
        }
    }

    private static boolean tied(Nodes nodes, int left, int right) {
        return (nodes.lot(left) & ~ROW_MASK) == (nodes.lot(right) & ~ROW_MASK);
    }

    private static boolean after(Nodes nodes, int left, int right) {
        int byLot = Long.compareUnsigned(nodes.lot(left), nodes.lot(right));
        if (byLot != 0) {
            return byLot > 0;
        }
        int byStorage = Integer.compare(nodes.storage(left), nodes.storage(right));
        return byStorage != 0 ? byStorage > 0 : nodes.identity(left) > nodes.identity(right);
    }
}
