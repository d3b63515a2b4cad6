package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.masking.MaskKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A keyed hash of values, by which they are told apart without being kept: SipHash-2-4. Immutable.
 *
 * @see <a href="https://www.aumasson.jp/siphash/siphash.pdf">Aumasson and Bernstein, SipHash</a>
 */
public final class ValueHash {
    private static final int WORD = 8;
    private static final int ROUNDS_AT_END = 4;

    private final long first;
    private final long second;

    /** A hash that only who has the key can repeat. */
    public ValueHash(MaskKey key) {
        this(ByteBuffer.wrap(key.derived("hashes of values").bytes()).order(ByteOrder.LITTLE_ENDIAN));
    }

    private ValueHash(ByteBuffer secret) {
        this(secret.getLong(), secret.getLong());
    }

    ValueHash(long first, long second) {
        this.first = first;
        this.second = second;
    }

    /** The hash of a value in UTF-8. */
    public long of(String value) {
        return of(value.getBytes(StandardCharsets.UTF_8));
    }

    long of(byte[] value) {
        State state = new State(first, second);
        ByteBuffer words = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        while (words.remaining() >= WORD) {
            state.add(words.getLong());
        }
        long last = (long) value.length << 56;
        for (int i = 0; words.hasRemaining(); i += WORD) {
            last |= (words.get() & 0xFFL) << i;
        }
        state.add(last);
        return state.end();
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long first, long second) {
            v0 = first ^ 0x736f6d6570736575L;
            v1 = second ^ 0x646f72616e646f6dL;
            v2 = first ^ 0x6c7967656e657261L;
            v3 = second ^ 0x7465646279746573L;
        }

        void add(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long end() {
            v2 ^= 0xff;
            for (int i = 0; i < ROUNDS_AT_END; i++) {
                round();
            }
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
