package dev.diorama.subsetter.scan;

import java.util.Optional;

/**
 * Remembers of texts that were lately asked for that they were no source values, by 64 bits of each: columns repeat
 * their values, and a keyed hash costs more than this. For one thread.
 */
final class RecentlyAsked {
    private static final int PLACES = 1 << 16;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final SourceValues values;
    private final long[] unknown = new long[PLACES];

    RecentlyAsked(SourceValues values) {
        this.values = values;
    }

    Optional<String> columnWith(String text) {
        long mark = mark(text);
        int place = (int) (mark >>> 48);
        if (unknown[place] == mark) {
            return Optional.empty();
        }
        Optional<String> column = values.columnWith(text);
        if (column.isEmpty()) {
            unknown[place] = mark;
        }
        return column;
    }

    private static long mark(String text) {
        long mark = text.length() + 1L;
        for (int i = 0; i < text.length(); i++) {
            mark = (Long.rotateLeft(mark, 7) ^ text.charAt(i)) * PRIME;
            mark ^= mark >>> 29;
        }
        return mark;
    }
}
