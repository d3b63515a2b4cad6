package dev.diorama.subsetter.selection;

import java.util.List;
import java.util.Optional;

/**
 * A table that has all the rows that it should, and to which rows of another refer: each of those that refers to a row
 * that is not chosen would bring it over its target.
 *
 * @param route the way to it, over tables that still have room
 * @param share what part of the referring rows refers to chosen rows, were they independent, from 0 to 1
 * @param cost how many rows over their targets it would bring, here and behind, to draw rows regardless of it
 */
record Hurdle(List<Link> route, double share, double cost) {
    Hurdle {
        route = List.copyOf(route);
    }

    /** The link to it, if rows refer to it themselves by an integer, which the server can compare with a list. */
    Optional<Link> number() {
        return route.size() == 1 && route.getFirst().form() == ValueForm.NUMBER
                ? Optional.of(route.getFirst())
                : Optional.empty();
    }

    /** What part of the referring rows passes several hurdles. */
    static double passing(List<Hurdle> hurdles) {
        return hurdles.stream().mapToDouble(Hurdle::share).reduce(1, (left, right) -> left * right);
    }
}
