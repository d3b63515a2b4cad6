package dev.diorama.subsetter.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinsTest {
    private static final int TRIALS = 200;

    @ParameterizedTest
    @CsvSource({"1,5", "10,3", "10,100", "500,50", "500,5000", "20000,1000"})
    void agreesWithBallsThatReallyFall(int bins, int balls) {
        Random random = new Random(1);
        double hit = IntStream.range(0, TRIALS)
                .mapToDouble(trial -> Arrays.stream(fall(random, bins, balls))
                        .filter(count -> count > 0)
                        .count())
                .average()
                .orElseThrow();

        assertThat(Bins.hit(bins, balls)).isCloseTo(hit, near(hit));
        assertThat(Bins.behind(Bins.hit(bins, balls), balls, 1e9)).isCloseTo(bins, near(bins));
    }

    @ParameterizedTest
    @CsvSource({"10,100,40", "500,5000,1000", "500,5000,4900", "20000,1000,400", "100,300,250"})
    void takesTheFullestBinsFirst(int bins, int balls, int wanted) {
        Random random = new Random(1);
        double needed = IntStream.range(0, TRIALS)
                .mapToDouble(trial -> fullest(fall(random, bins, balls), wanted))
                .average()
                .orElseThrow();

        assertThat(Bins.fullest(bins, balls, wanted)).isCloseTo(needed, within(1 + needed * 0.1));
    }

    @ParameterizedTest
    @CsvSource({"0,5", "5,0", "0,0"})
    void knowsOfNothing(int bins, int balls) {
        assertThat(Bins.hit(bins, balls)).isZero();
        assertThat(Bins.fullest(bins, balls, 3)).isZero();
    }

    private static int[] fall(Random random, int bins, int balls) {
        int[] counts = new int[bins];
        for (int ball = 0; ball < balls; ball++) {
            counts[random.nextInt(bins)]++;
        }
        return counts;
    }

    private static double fullest(int[] counts, int wanted) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        int taken = 0;
        for (int bin = sorted.length - 1; bin >= 0; bin--) {
            if (taken + sorted[bin] >= wanted) {
                return sorted.length - 1 - bin + (double) (wanted - taken) / sorted[bin];
            }
            taken += sorted[bin];
        }
        return sorted.length;
    }

    private static Offset<Double> near(double value) {
        return within(0.01 + value * 0.03);
    }
}
