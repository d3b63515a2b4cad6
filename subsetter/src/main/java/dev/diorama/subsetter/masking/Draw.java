package dev.diorama.subsetter.masking;

import java.nio.ByteBuffer;

/** Numbers without end, made of 32 bytes: SipHash in counter mode, keyed with the first half of them. For one thread. */
final class Draw {
    private final SipHash hash;
    private final long[] counter = new long[1];

    Draw(byte[] bytes) {
        hash = new SipHash(ByteBuffer.wrap(bytes));
    }

    /** The next 64 bits. */
    long next() {
        counter[0]++;
        return hash.of(counter, 1);
    }

    /** The next number from 0 up to below a bound, which is at least 1. Too small by at most bound · 2⁻⁶⁴ in probability. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(next(), bound);
    }

    /** The next number from −1 up to below 1. */
    double around() {
        return (next() >> 11) * 0x1.0p-52;
    }
}
