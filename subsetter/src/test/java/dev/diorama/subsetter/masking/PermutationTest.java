package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
    private final Permutation permutation = permutation("one");

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 10, 26, 97, 1_000, 20_992})
    void permutesTheNumbersBelowASizeAndLeavesNoneInItsPlace(int size) {
        Set<Long> masks = new HashSet<>();
        for (int number = 0; number < size; number++) {
            long mask = permutation.mask(number, size, 5, 0);
            assertThat(mask).isNotEqualTo(number).isBetween(0L, size - 1L);
            masks.add(mask);
        }

        assertThat(masks).hasSize(size);
    }

    @Test
    void permutesAWholeDomainOfMixedRadices() {
        int[] radices = {10, 26, 2, 15};
        Set<String> masks = new HashSet<>();
        for (int number = 0; number < 10 * 26 * 2 * 15; number++) {
            int[] digits = {number % 10, number / 10 % 26, number / 260 % 2, number / 520};
            int[] before = digits.clone();
            permutation.mask(digits, radices, 0, 0);
            assertThat(digits).isNotEqualTo(before);
            masks.add(Arrays.toString(digits));
        }

        assertThat(masks).hasSize(10 * 26 * 2 * 15);
    }

    @Test
    void permutesThoseThatAreAcceptedAmongThemselves() {
        Set<String> masks = new HashSet<>();
        for (int number = 1; number < 1_000; number += 2) {
            int[] digits = {number % 10, number / 10 % 10, number / 100};
            permutation.mask(digits, new int[] {10, 10, 10}, 0, 0, found -> found[0] % 2 == 1);
            assertThat(digits[0] % 2).isEqualTo(1);
            masks.add(Arrays.toString(digits));
        }

        assertThat(masks).hasSize(500);
    }

    @Test
    void leavesTheOnlyOneThatIsAcceptedAsItIs() {
        int[] digits = {3, 4};
        permutation.mask(digits, new int[] {10, 10}, 0, 2, found -> found[0] == 3 && found[1] == 4);

        assertThat(digits).containsExactly(3, 4);
    }

    @Test
    void givesAllOthersOneAttemptAfterTheOther() {
        Set<Long> masks = new HashSet<>();
        for (int attempt = 0; attempt < 25; attempt++) {
            masks.add(permutation.mask(7, 26, 0, attempt));
        }

        assertThat(masks).hasSize(25).doesNotContain(7L);
        assertThat(permutation.mask(7, 26, 0, 25)).isEqualTo(permutation.mask(7, 26, 0, 0));
    }

    @Test
    void permutesOtherwiseWithAnotherKeyAndAnotherTweak() {
        assertThat(masks(permutation, 0))
                .isEqualTo(masks(permutation("one"), 0))
                .isNotEqualTo(masks(permutation("two"), 0))
                .isNotEqualTo(masks(permutation, 1));
    }

    @Test
    void reachesEveryNumberAboutAsOften() {
        int[] counts = new int[10];
        for (int number = 0; number < 20_000; number++) {
            int[] digits = {0, number % 10, number / 10 % 10, number / 100 % 10, number / 1_000};
            permutation.mask(digits, new int[] {10, 10, 10, 10, 20}, 0, 0);
            counts[digits[0]]++;
        }

        // 2,000 each, with a standard deviation of 42.
        assertThat(Arrays.stream(counts)).allSatisfy(count -> assertThat(count).isBetween(1_790, 2_210));
    }

    @Test
    void masksTheLargestNumbers() {
        long size = Long.MAX_VALUE - 1_000_000_000_000_000_000L;
        assertThat(permutation.mask(size - 1, size, 0, 0)).isBetween(0L, size - 2);
    }

    private static String masks(Permutation permutation, long tweak) {
        StringBuilder masks = new StringBuilder();
        for (int number = 0; number < 20; number++) {
            masks.append(permutation.mask(number, 20, tweak, 0)).append(' ');
        }
        return masks.toString();
    }

    private static Permutation permutation(String secret) {
        return new Permutation(MaskKey.of(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
