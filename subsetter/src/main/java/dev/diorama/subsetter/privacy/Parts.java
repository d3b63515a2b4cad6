package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.masking.Masking;

/** The telling texts within the documents and arrays of a column, by hashes alone. Several threads may use it. */
final class Parts {
    private final ValueHash hash;
    private final LongMap parts = new LongMap();

    Parts(ValueHash hash) {
        this.hash = hash;
    }

    /** Takes note of a text that is masked. */
    void note(String value, Masking masking) {
        if (Telling.is(value, masking)) {
            long part = hash.of(value);
            synchronized (parts) {
                parts.putIfAbsent(part, 1);
            }
        }
    }

    boolean contains(long valueHash) {
        synchronized (parts) {
            return parts.contains(valueHash);
        }
    }
}
