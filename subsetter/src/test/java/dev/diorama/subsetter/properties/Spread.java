package dev.diorama.subsetter.properties;

/** How the rows of a table spread over those that they refer to. */
enum Spread {
    /** Any row refers to any. */
    UNIFORM,
    /** Few rows are referred to often. */
    SKEWED,
    /** Every row is referred to equally often. */
    EVEN,
    /** The first rows refer to the first. */
    PAIRED,
    /** Almost all rows refer to one. */
    HUB;

    /** The place, of {@code places}, that a row of a table refers to. */
    int place(int row, int rows, int places, Dice dice) {
        return switch (this) {
            case UNIFORM -> dice.between(0, places - 1);
            case SKEWED -> (int) (places * Math.pow(dice.fraction(), 3));
            case EVEN -> row % places;
            case PAIRED -> (int) ((long) row * places / Math.max(1, rows));
            case HUB -> dice.chance(90) ? places / 2 : dice.between(0, places - 1);
        };
    }
}
