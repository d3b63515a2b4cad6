package dev.diorama.subsetter.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a row may need by one reference, as one of several possibilities.
 *
 * @param share for what part of the rows it is so
 * @param parents among how many rows of the parent that one is which it needs
 * @param edges the references that would bring rows: this one, and those behind it; none if it needs nothing
 */
record Need(double share, double parents, List<Edge> edges) {
    Need {
        edges = List.copyOf(edges);
    }

    /** The possibilities of a reference, behind which there are those of the parent's own. */
    static List<Need> of(Edge edge, List<Needs> behind) {
        List<Need> possible = new ArrayList<>();
        possible.add(new Need(1 - edge.needing(), 0, List.of()));
        for (Needs needs : behind) {
            List<Edge> edges = new ArrayList<>(List.of(edge));
            needs.all().forEach(need -> edges.addAll(need.edges()));
            possible.add(new Need(edge.needing() * needs.share(), edge.unchosen() * needs.share(), edges));
        }
        return possible;
    }

    /** How many rows over targets it takes. */
    long cost() {
        return edges.stream().filter(edge -> edge.parent().isFull()).count();
    }

    /**
     * What a row may need by all of its references.
     *
     * @param share for what part of the rows it is so
     * @param all what it needs by those by which it needs something
     */
    record Needs(double share, List<Need> all) {
        private static final double LEAST_SHARE = 1e-7;
        private static final int MOST = 50;

        static final List<Needs> NOTHING = List.of(new Needs(1, List.of()));

        Needs {
            all = List.copyOf(all);
        }

        /** Each of some possibilities with each of those of one more reference; of very many the likeliest. */
        static List<Needs> and(List<Needs> ones, List<Need> others) {
            List<Needs> combined = new ArrayList<>();
            for (Needs one : ones) {
                for (Need other : others) {
                    if (one.share * other.share > LEAST_SHARE) {
                        combined.add(one.with(other));
                    }
                }
            }
            if (combined.size() <= MOST) {
                return combined;
            }
            combined.sort(Comparator.comparingDouble(Needs::share).reversed());
            return combined.subList(0, MOST);
        }

        /** Whether it brings no table over its target. */
        boolean areFree() {
            return all.stream().allMatch(need -> need.cost() == 0);
        }

        private Needs with(Need other) {
            if (other.edges.isEmpty()) {
                return new Needs(share * other.share, all);
            }
            List<Need> more = new ArrayList<>(all);
            more.add(other);
            return new Needs(share * other.share, more);
        }
    }
}
