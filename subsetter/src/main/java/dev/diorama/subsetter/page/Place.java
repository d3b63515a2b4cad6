package dev.diorama.subsetter.page;

/**
 * A place in a drawing whose y grows downwards.
 *
 * @param x how far right
 * @param y how far down
 */
record Place(double x, double y) {
    double distance(Place other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** The place that is that share of the way to another one away. */
    Place towards(Place other, double share) {
        return new Place(x + share * (other.x - x), y + share * (other.y - y));
    }
}
