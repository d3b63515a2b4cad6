package dev.diorama.subsetter.properties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A source of choices that makes the same ones for the same seed. Not safe for use by several threads. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        // Neighbouring seeds begin alike otherwise.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** True in so many of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number from {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A number from 0, less than 1. */
    double fraction() {
        return random.nextDouble();
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
