package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.masking.SipHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A keyed hash of values, by which they are told apart without being kept. Immutable. */
final class ValueHash {
    private final SipHash hash;

    /** A hash that only who has the key can repeat. */
    ValueHash(MaskKey key) {
        this.hash = new SipHash(ByteBuffer.wrap(key.derived("hashes of values").bytes()));
    }

    /** The hash of a value in UTF-8. */
    long of(String value) {
        return hash.of(value.getBytes(StandardCharsets.UTF_8));
    }
}
