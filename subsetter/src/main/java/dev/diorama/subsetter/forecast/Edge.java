package dev.diorama.subsetter.forecast;

/** A reference between two tables, and how many rows it is expected to bring so far. */
final class Edge {
    private final Reference reference;
    private final Node parent;
    /** How many rows of the child refer to the same row of the parent. */
    private final double siblings;

    private final double referring;
    private double brought;
    private double excess;

    Edge(Reference reference, Node child, Node parent) {
        this.reference = reference;
        this.parent = parent;
        this.referring = child.rows() * reference.share();
        this.siblings = Math.max(1, referring / Math.max(1, reference.referred()));
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

    /** How many rows of the parent are referred to and not chosen. */
    double unchosen() {
        return reference.referred() * (1 - chosenShare());
    }

    /** What part of all rows of the child needs a row of the parent that is not chosen. */
    double needing() {
        return reference.share() * (1 - chosenShare());
    }

    /** How many rows that are not chosen so many more rows of the child need, if these refer anywhere. */
    double needed(double children) {
        double more = Math.min(1, children * reference.share() / Math.max(1, referring));
        // Of rows that were not drawn yet, fewer refer to what drawn ones brought than of all.
        double stillNew = broughtShare() >= 1 ? 0 : Math.pow(1 - broughtShare(), (siblings - 1) / siblings);
        double others = Math.max(0, parent.chosen() - brought) / Math.max(1, parent.rows());
        return reference.referred() * (1 - Math.pow(1 - more, siblings)) * stillNew * Math.max(0, 1 - others);
    }

    /** Brings rows into the parent. */
    void bring(double rows) {
        brought += rows;
        excess += parent.choose(rows);
    }

    private double chosenShare() {
        return Math.min(1, Math.max(parent.share(), broughtShare()));
    }

    private double broughtShare() {
        return brought / Math.max(1, reference.referred());
    }
}
