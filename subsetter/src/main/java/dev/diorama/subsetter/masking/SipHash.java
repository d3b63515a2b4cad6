package dev.diorama.subsetter.masking;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * SipHash-2-4: a keyed function that nobody can tell from a random one without the
 * key. From Aumasson and Bernstein, <i>SipHash: a fast short-input PRF</i>, 2012. Immutable.
 */
public final class SipHash {
    private static final int WORD = Long.BYTES;

    private final long first;
    private final long second;

    /**
     * The function of one key.
     *
     * @param key 16 bytes, from where it stands
     */
    public SipHash(ByteBuffer key) {
        ByteBuffer bytes = key.slice().order(ByteOrder.LITTLE_ENDIAN);
        first = bytes.getLong(0);
        second = bytes.getLong(8);
    }

    /** The hash of the first so many words. */
    long of(long[] words, int count) {
        return of(words, count, (long) count << 59); // the number of bytes, in the highest byte
    }

    /** The hash of some bytes. */
    public long of(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        long[] words = new long[message.length / WORD];
        for (int i = 0; i < words.length; i++) {
            words[i] = bytes.getLong();
        }
        long last = (long) message.length << 56;
        for (int i = 0; bytes.hasRemaining(); i += Byte.SIZE) {
            last |= (bytes.get() & 0xFFL) << i;
        }
        return of(words, words.length, last);
    }

    private long of(long[] words, int count, long last) {
        long v0 = first ^ 0x736f6d6570736575L;
        long v1 = second ^ 0x646f72616e646f6dL;
        long v2 = first ^ 0x6c7967656e657261L;
        long v3 = second ^ 0x7465646279746573L;
        for (int i = 0; i <= count + 1; i++) {
            int rounds = 2;
            long word = 0;
            if (i < count) {
                word = words[i];
            } else if (i == count) {
                word = last;
            } else {
                v2 ^= 0xff;
                rounds = 4;
            }
            v3 ^= word;
            for (int round = 0; round < rounds; round++) {
                v0 += v1;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v3;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 += v3;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 += v1;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= word;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
