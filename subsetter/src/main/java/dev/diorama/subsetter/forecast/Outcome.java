package dev.diorama.subsetter.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a table that need the same kind of rows elsewhere.
 *
 * @param share what part of the table they are
 * @param cost how many rows over targets each of them brings
 * @param news how many rows each reference brings for each of them
 */
record Outcome(double share, double cost, Map<Edge, Double> news) {
    Outcome {
        news = Map.copyOf(news);
    }

    /** Rows with those needs, if {@code wanted} are drawn of {@code candidates}, first those of which most need the same. */
    static Outcome of(List<Need> needs, double candidates, double wanted) {
        List<Need> real = needs.stream().filter(need -> !need.isNothing()).toList();
        double share = Need.share(needs);
        double rows = candidates * share;
        double groups = real.stream().mapToDouble(Need::parents).reduce(1, (one, other) -> one * other);
        double drawn = Math.min(rows, wanted);
        double forEach = real.isEmpty() || drawn <= 0 ? 0 : Math.min(1, Bins.fullest(groups, rows, drawn) / drawn);
        Map<Edge, Double> news = new LinkedHashMap<>();
        real.forEach(need -> need.edges().forEach(edge -> news.merge(edge, forEach, Double::sum)));
        double cost = forEach * real.stream().mapToLong(Need::cost).sum();
        return new Outcome(share, cost, news);
    }
}
