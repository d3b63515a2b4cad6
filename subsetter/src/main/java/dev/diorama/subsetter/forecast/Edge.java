package dev.diorama.subsetter.forecast;

/** A reference between two tables, and how many rows it is expected to bring so far. */
final class Edge {
    private final Reference reference;
    private final Node parent;
    private double brought;
    private double excess;

    Edge(Reference reference, Node parent) {
        this.reference = reference;
        this.parent = parent;
    }

    Reference reference() {
        return reference;
    }

    Node parent() {
        return parent;
    }

    /** How many rows it brought over the parent's target. */
    double excess() {
        return excess;
    }

    /** What part of further references leads to rows that are not chosen. */
    double news() {
        return Math.max(0, 1 - Math.max(parent.share(), brought / Math.max(1, reference.referred())));
    }

    /** What part of further rows of the child needs a row of the parent that is not chosen. */
    double needing() {
        return reference.share() * news();
    }

    /** How many rows that are not chosen so many rows of the child need, if they refer anywhere. */
    double needed(double children) {
        return Bins.hit(reference.referred(), children * reference.share()) * news();
    }

    /** Brings rows into the parent. */
    void bring(double rows) {
        brought += rows;
        excess += parent.choose(rows);
    }
}
