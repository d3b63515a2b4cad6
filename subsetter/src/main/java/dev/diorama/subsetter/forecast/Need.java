package dev.diorama.subsetter.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * What a row that is not chosen may need by one reference, as one of several possibilities.
 *
 * @param share for what part of the rows it is so
 * @param parents among how many rows of the parent that one is which it needs
 * @param edges the references that would bring rows: this one, and those behind it
 */
record Need(double share, double parents, List<Edge> edges) {
    Need {
        edges = List.copyOf(edges);
    }

    boolean isNothing() {
        return edges.isEmpty();
    }

    /** How many rows over targets it takes. */
    long cost() {
        return edges.stream().filter(edge -> edge.parent().isFull()).count();
    }

    /** The possibilities of a reference, behind which there are those of the parent's own. */
    static List<Need> of(Edge edge, List<List<Need>> behind) {
        List<Need> needs = new ArrayList<>();
        needs.add(new Need(1 - edge.needing(), 0, List.of()));
        double parents = edge.reference().referred() * edge.news();
        for (List<Need> combination : combinations(behind)) {
            double share = combination.stream().mapToDouble(Need::share).reduce(1, (one, other) -> one * other);
            List<Edge> edges = new ArrayList<>(List.of(edge));
            combination.forEach(need -> edges.addAll(need.edges()));
            needs.add(new Need(edge.needing() * share, parents * share, edges));
        }
        return needs;
    }

    /** Each possibility of one with each of the others; those that hardly ever happen are left out. */
    static List<List<Need>> combinations(List<List<Need>> alternatives) {
        List<List<Need>> combinations = new ArrayList<>(List.of(List.of()));
        for (List<Need> needs : alternatives) {
            List<List<Need>> longer = new ArrayList<>();
            for (List<Need> combination : combinations) {
                for (Need need : needs) {
                    if (share(combination) * need.share() > LEAST_SHARE) {
                        List<Need> more = new ArrayList<>(combination);
                        more.add(need);
                        longer.add(more);
                    }
                }
            }
            longer.sort((one, other) -> Double.compare(share(other), share(one)));
            combinations = longer.subList(0, Math.min(MOST_COMBINATIONS, longer.size()));
        }
        return combinations;
    }

    private static final double LEAST_SHARE = 1e-7;
    private static final int MOST_COMBINATIONS = 300;

    static double share(List<Need> combination) {
        double share = 1;
        for (Need need : combination) {
            share *= need.share();
        }
        return share;
    }
}
