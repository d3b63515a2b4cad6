package dev.diorama.subsetter.properties;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which row each row of a table refers to.
 *
 * @param parents the number of the row that each row refers to, or {@link #NOTHING}
 */
record Choices(List<Integer> parents) {
    static final int NOTHING = -1;

    Choices {
        parents = List.copyOf(parents);
    }

    /** Spreads rows over those that can be referred to, except for some that refer to nothing. */
    static Choices spread(int rows, List<Integer> candidates, Spread spread, int nullPercent, Dice dice) {
        List<Integer> parents = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            boolean nothing = candidates.isEmpty() || dice.chance(nullPercent);
            parents.add(nothing ? NOTHING : candidates.get(spread.place(row, rows, candidates.size(), dice)));
        }
        return new Choices(parents);
    }

    /** Lets the rows of a table refer to each other; the shape that they form is one of those that trees and rings have. */
    static Choices withinTable(List<Integer> candidates, int rows, int nullPercent, Dice dice) {
        int shape = dice.between(0, 4);
        int branches = dice.between(2, 6);
        Set<Integer> possible = new HashSet<>(candidates);
        List<Integer> parents = IntStream.range(0, rows)
                .mapToObj(row -> switch (shape) {
                    case 0 -> Math.max(0, (row - 1) / branches);
                    case 1 -> Math.max(row / 10 * 10, row - 1);
                    case 2 -> row;
                    case 3 -> row % 3 == 2 || row == rows - 1 ? row / 3 * 3 : row + 1;
                    default -> dice.between(0, row);
                })
                .map(parent -> possible.contains(parent) && !dice.chance(nullPercent) ? parent : NOTHING)
                .toList();
        return new Choices(parents);
    }

    boolean areComplete() {
        return !parents.contains(NOTHING);
    }

    boolean isNothing(int row) {
        return parents.get(row) == NOTHING;
    }
}
