package dev.diorama.subsetter.forecast;

import java.util.List;

/**
 * A way over tables that have room to a full one, which a row may not take without bringing that one over its target.
 *
 * @param edges the references on the way
 */
record Route(List<Edge> edges) {
    Route {
        edges = List.copyOf(edges);
    }

    Edge last() {
        return edges.getLast();
    }

    /** What part of further rows does not take it. */
    double passing() {
        return 1 - edges.stream().mapToDouble(Edge::needing).reduce(1, (one, other) -> one * other);
    }
}
