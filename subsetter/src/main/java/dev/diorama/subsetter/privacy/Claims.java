package dev.diorama.subsetter.privacy;

import java.util.Locale;

/**
 * Which mask belongs to which value, by hashes alone, so that no two values of unique columns get one mask. Masks that
 * differ in case only count as equal, since an index may look at {@code lower(email)}, and so do values: the same address
 * gets the same mask however it is written, where two rows need not differ by that. Several threads may use it.
 */
final class Claims {
    private final ValueHash hash;
    private final LongMap valueByMask = new LongMap();
    private final LongMap writtenByMask = new LongMap();

    Claims(ValueHash hash) {
        this.hash = hash;
    }

    /** Whether the mask belongs to the value, in whatever case: it did before, or belonged to none. */
    boolean claim(String mask, String value) {
        return claim(valueByMask, mask.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
    }

    /** The same where values that differ in case only stand in different rows. */
    boolean claimAsWritten(String mask, String value) {
        return claim(mask, value) && claim(writtenByMask, mask, value);
    }

    private boolean claim(LongMap owners, String mask, String value) {
        long key = hash.of(mask);
        long owner = hash.of(value);
        synchronized (owners) {
            return owners.putIfAbsent(key, owner) == owner;
        }
    }
}
