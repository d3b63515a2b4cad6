package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipHashTest {
    /** The vectors of the reference implementation: key 00 01 … 0f, messages 00 01 … of whole words. */
    @ParameterizedTest
    @CsvSource({
        "0, 726fdb47dd0e0e31",
        "1, 93f5f5799a932462",
        "2, 3f2acc7f57c29bdb",
        "3, b8ad50c6f649af94",
        "4, 7127512f72f27cce",
        "5, 0e3ea96b5304a7d0",
        "6, e612a3cb9ecba951",
        "7, b78dbfaf3a8d83bd"
    })
    void hashesAsItsInventorsDo(int count, String expected) {
        long[] words = new long[count];
        for (int i = 0; i < count; i++) {
            words[i] = 0x0706050403020100L + i * 0x0808080808080808L;
        }

        assertThat(new SipHash(key()).of(words, count)).isEqualTo(Long.parseUnsignedLong(expected, 16));
    }

    @Test
    void hashesBytesAsItsInventorsDo() {
        byte[] message = new byte[15];
        for (int i = 0; i < message.length; i++) {
            message[i] = (byte) i;
        }

        assertThat(new SipHash(key()).of(message)).isEqualTo(0xa129ca6149be45e5L);
    }

    @Test
    void looksAtNoMoreWordsThanItIsTold() {
        assertThat(new SipHash(key()).of(new long[] {7, 1}, 1)).isEqualTo(new SipHash(key()).of(new long[] {7, 2}, 1));
    }

    private static ByteBuffer key() {
        byte[] key = new byte[16];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return ByteBuffer.wrap(key);
    }
}
