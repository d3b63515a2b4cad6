package dev.diorama.subsetter.forecast;

/** Expected numbers of balls that fall into bins by chance. Pure. */
final class Bins {
    private static final int LARGEST_GROUP = 1_000;

    private Bins() {}

    /**
     * How many bins have a ball: {@code b · (1 − (1 − 1/b)^n)}.
     *
     * @see <a href="https://doi.org/10.1145/359146.359151">Yao, Approximating block accesses in database organizations</a>
     */
    static double hit(double bins, double balls) {
        if (bins <= 0 || balls <= 0) {
            return 0;
        }
        return bins <= 1 ? 1 : -bins * Math.expm1(balls * Math.log1p(-1 / bins));
    }

    /**
     * How few bins hold {@code wanted} balls, if the fullest bins are taken: the numbers of balls in a bin are those of
     * Poisson. All bins, if there are not so many balls.
     */
    static double fullest(double bins, double balls, double wanted) {
        if (bins <= 0 || balls <= 0) {
            return 0;
        }
        double mean = balls / bins;
        // Beyond some standard deviations there is nothing; the way down from there is summed up.
        int size = (int) Math.min(LARGEST_GROUP, Math.ceil(mean + 10 * Math.sqrt(mean) + 10));
        double probability = probability(mean, size);
        double taken = 0;
        double groups = 0;
        for (; size > 0; size--) {
            double groupsOfSize = bins * probability;
            if (taken + groupsOfSize * size >= wanted) {
                return groups + (wanted - taken) / size;
            }
            taken += groupsOfSize * size;
            groups += groupsOfSize;
            probability *= size / mean;
        }
        return groups;
    }

    /**
     * How many bins there seem to be, if so many of them were hit by so many balls; at most {@code most}. The opposite of
     * {@link #hit}.
     */
    static double behind(double hit, double balls, double most) {
        if (hit >= balls) {
            return most;
        }
        double few = hit;
        double many = Math.max(hit, most);
        for (int halving = 0; halving < 60; halving++) {
            double middle = (few + many) / 2;
            if (hit(middle, balls) < hit) {
                few = middle;
            } else {
                many = middle;
            }
        }
        return few;
    }

    private static double probability(double mean, int size) {
        double logarithm = size * Math.log(mean) - mean;
        for (int i = 2; i <= size; i++) {
            logarithm -= Math.log(i);
        }
        return Math.exp(logarithm);
    }
}
