package dev.diorama.subsetter.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.masking.MaskKey;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueHashTest {
    /** The reference's test vector: the key 00 … 0f, and the bytes 00 … 0e. */
    @Test
    void isSipHash() {
        byte[] bytes = new byte[15];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        assertThat(new ValueHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L).of(bytes))
                .isEqualTo(0xa129ca6149be45e5L);
    }

    @Test
    void dependsOnTheKey() {
        MaskKey key = MaskKey.of("a secret of some length".getBytes(StandardCharsets.UTF_8));
        MaskKey other = MaskKey.of("another one, also long".getBytes(StandardCharsets.UTF_8));

        assertThat(new ValueHash(key).of("ann@mail.example")).isEqualTo(new ValueHash(key).of("ann@mail.example"));
        assertThat(new ValueHash(key).of("ann@mail.example")).isNotEqualTo(new ValueHash(other).of("ann@mail.example"));
    }

    @Test
    void tellsValuesApart() {
        ValueHash hash = new ValueHash(MaskKey.random());
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            hashes.add(hash.of("user" + i));
        }

        assertThat(hashes).hasSize(100_000);
    }
}
