package dev.diorama.subsetter.forecast;

import dev.diorama.subsetter.selection.TableSize;
import java.util.ArrayList;
import java.util.List;

/** A table and how many of its rows are expected to be chosen so far. */
final class Node {
    private static final double SLACK = 1.08;
    /** From this share of the target on a table has kept it. */
    private static final double ENOUGH_SHARE = 0.92;

    private static final double LITTLE = 1e-6;

    private final double rows;
    private final double eligible;
    private final double target;
    private final List<Edge> edges = new ArrayList<>();
    private double chosen;

    Node(TableSize size) {
        this.rows = size.sourceRows();
        this.eligible = size.eligibleRows();
        this.target = size.targetRows();
    }

    double rows() {
        return rows;
    }

    /** How many of its rows a person wants. */
    double eligible() {
        return eligible;
    }

    double target() {
        return target;
    }

    double chosen() {
        return chosen;
    }

    /** What its rows refer to. */
    List<Edge> edges() {
        return edges;
    }

    boolean isComplete() {
        return target >= rows;
    }

    /** Whether it has what it should have. A table that shall keep none has room for whatever others need. */
    boolean isFull() {
        return !isComplete() && target > 0 && chosen >= target * SLACK * ENOUGH_SHARE;
    }

    /** How many rows are missing until it has kept its target, give or take. */
    double missingToEnough() {
        return target * ENOUGH_SHARE - chosen;
    }

    boolean hasEnough() {
        return missingToEnough() <= LITTLE;
    }

    /** What part of it is chosen. */
    double share() {
        return rows == 0 ? 1 : Math.min(1, chosen / rows);
    }

    /** Chooses more rows and gives how many of them are over the target. */
    double choose(double more) {
        double before = chosen;
        chosen = Math.min(rows, chosen + more);
        return target == 0 ? 0 : Math.max(0, chosen - Math.max(before, target));
    }
}
