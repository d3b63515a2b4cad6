package dev.diorama.subsetter.privacy;

import java.util.Locale;

/**
 * Which mask belongs to which value, by hashes alone, so that no two values of unique columns get one mask. Masks that
 * differ in case only count as equal: an index may look at {@code lower(email)}. Several threads may use it.
 */
final class Claims {
    private final ValueHash hash;
    private final LongMap valueByMask = new LongMap();

    Claims(ValueHash hash) {
        this.hash = hash;
    }

    /** Whether the mask belongs to the value: it did before, or belonged to none. */
    boolean claim(String mask, String value) {
        long key = hash.of(mask.toLowerCase(Locale.ROOT));
        long owner = hash.of(value);
        synchronized (valueByMask) {
            return valueByMask.putIfAbsent(key, owner) == owner;
        }
    }
}
