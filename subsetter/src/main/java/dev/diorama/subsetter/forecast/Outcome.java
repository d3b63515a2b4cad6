package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.forecast.Need.Needs;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows of a table that need the same kind of rows elsewhere.
 *
 * @param share what part of the table they are
 * @param cost how many rows over targets each of them brings
 * @param news how many rows each reference brings for each of them
 */
record Outcome(double share, double cost, Map<Edge, Double> news) {
    /** Rows with those needs, if {@code wanted} are drawn of {@code candidates}, first those of which most need the same. */
    static Outcome of(Needs needs, double candidates, double wanted) {
        if (needs.all().isEmpty()) {
            return new Outcome(needs.share(), 0, Map.of());
        }
        double rows = candidates * needs.share();
        double groups = needs.all().stream().mapToDouble(Need::parents).reduce(1, (one, other) -> one * other);
        double drawn = Math.min(rows, wanted);
        double forEach = drawn <= 0 ? 1 : Math.min(1, Bins.fullest(groups, rows, drawn) / drawn);
        Map<Edge, Double> news = new HashMap<>();
        double cost = 0;
        for (Need need : needs.all()) {
            cost += forEach * need.cost();
            need.edges().forEach(edge -> news.merge(edge, forEach, Double::sum));
        }
        return new Outcome(needs.share(), cost, news);
    }
}
