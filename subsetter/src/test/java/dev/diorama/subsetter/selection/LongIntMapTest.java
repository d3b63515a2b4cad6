package dev.diorama.subsetter.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongIntMapTest {
    @Test
    void holdsWhatAMapWould() {
        LongIntMap map = new LongIntMap();
        Map<Long, Integer> expected = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long key = random.nextInt(4_000) - 2_000L;
            assertThat(map.put(key, i)).isEqualTo(expected.put(key, i) == null);
        }

        Map<Long, Integer> visited = new HashMap<>();
        map.forEach(visited::put);

        assertThat(visited).isEqualTo(expected);
        assertThat(map.size()).isEqualTo(expected.size());
        assertThat(map.sortedKeys())
                .containsExactly(expected.keySet().stream()
                        .mapToLong(Long::longValue)
                        .sorted()
                        .toArray());
        expected.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    }

    @Test
    void holdsEveryKeyThereIs() {
        LongIntMap map = new LongIntMap();
        map.put(Long.MIN_VALUE, 1);
        map.put(0, 2);
        map.put(Long.MAX_VALUE, 3);

        assertThat(map.get(Long.MIN_VALUE)).isEqualTo(1);
        assertThat(map.get(0)).isEqualTo(2);
        assertThat(map.get(Long.MAX_VALUE)).isEqualTo(3);
        assertThat(map.get(1)).isEqualTo(LongIntMap.ABSENT);
    }
}
