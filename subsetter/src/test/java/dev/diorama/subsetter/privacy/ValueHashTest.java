package dev.diorama.subsetter.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.masking.MaskKey;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueHashTest {
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
