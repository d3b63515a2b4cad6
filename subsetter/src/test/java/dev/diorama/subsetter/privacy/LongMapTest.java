package dev.diorama.subsetter.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongMapTest {
    @Test
    void keepsTheFirstValueOfEachKey() {
        LongMap map = new LongMap();
        Map<Long, Long> expected = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long key = random.nextInt(9_000) * 0x9E3779B97F4A7C15L;
            expected.putIfAbsent(key, (long) i);
            assertThat(map.putIfAbsent(key, i)).isEqualTo(expected.get(key));
        }

        assertThat(map.size()).isEqualTo(expected.size());
        expected.keySet().forEach(key -> assertThat(map.contains(key)).isTrue());
        assertThat(map.contains(1)).isFalse();
    }
}
