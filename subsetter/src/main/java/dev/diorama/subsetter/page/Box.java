package dev.diorama.subsetter.page;

/**
 * A rectangle in a drawing whose y grows downwards.
 *
 * @param left its left edge
 * @param top its upper edge
 * @param width its width
 * @param height its height
 */
record Box(double left, double top, double width, double height) {
    static Box around(Place place, double radius) {
        return new Box(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius);
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    boolean overlaps(Box other) {
        return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
    }

    boolean contains(Box other) {
        return left <= other.left && top <= other.top && other.right() <= right() && other.bottom() <= bottom();
    }

    /** The place in it that is nearest to another one. */
    Place nearest(Place place) {
        return new Place(Math.clamp(place.x(), left, right()), Math.clamp(place.y(), top, bottom()));
    }

    /** The same with so much space on the left and on the right. */
    Box withSpace(double space) {
        return new Box(left - space, top, width + 2 * space, height);
    }
}
