package dev.diorama.subsetter.privacy;

import java.util.Locale;

/**
 * Which mask belongs to which value, by hashes alone, so that no two values of unique columns get one mask. Masks that
 * differ in case only count as equal, since an index may look at {@code lower(email)}, unless their values differ in case
 * only: these cannot be in such an index, and shall have the masks that they have, whichever comes first. Several threads
 * may use it.
 */
final class Claims {
    private final ValueHash hash;
    private final LongMap valueByMask = new LongMap();
    private final LongMap valueByMaskOfAnyCase = new LongMap();

    Claims(ValueHash hash) {
        this.hash = hash;
    }

    /** Whether the mask belongs to the value: it did before, or belonged to none. */
    boolean claim(String mask, String value) {
        long key = hash.of(mask);
        long owner = hash.of(value);
        long keyOfAnyCase = hash.of(mask.toLowerCase(Locale.ROOT));
        long ownerOfAnyCase = hash.of(inLowerCase(value));
        synchronized (valueByMask) {
            return valueByMaskOfAnyCase.putIfAbsent(keyOfAnyCase, ownerOfAnyCase) == ownerOfAnyCase
                    && valueByMask.putIfAbsent(key, owner) == owner;
        }
    }

    /** Of letters that every collation takes for equal then. */
    private static String inLowerCase(String value) {
        StringBuilder lower = new StringBuilder(value);
        for (int i = 0; i < lower.length(); i++) {
            char character = lower.charAt(i);
            if (character >= 'A' && character <= 'Z') {
                lower.setCharAt(i, (char) (character + 'a' - 'A'));
            }
        }
        return lower.toString();
    }
}
