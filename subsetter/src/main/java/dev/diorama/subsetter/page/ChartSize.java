package dev.diorama.subsetter.page;

/**
 * How large a chart is; a telephone gets one of its own, so that its letters can be read there.
 *
 * @param style the class of its style
 * @param width its width
 * @param height its height
 * @param left how much of the width is left of the paper
 * @param letterWidth how wide a letter is, on the safe side
 * @param mostLabels how many names it may have
 */
record ChartSize(String style, double width, double height, double left, double letterWidth, int mostLabels) {
    static final ChartSize WIDE = new ChartSize("wide", 960, 500, 72, 7.2, 16);
    static final ChartSize NARROW = new ChartSize("narrow", 400, 430, 62, 7, 7);

    private static final double LINE_HEIGHT = 16;
    private static final double TOP = 26;
    private static final double RIGHT = 40;
    private static final double BOTTOM = 64;
    private static final double ROOM_OF_TICK = 66;

    /** The paper itself. */
    Box plot() {
        return new Box(left, TOP, width - left - RIGHT, height - TOP - BOTTOM);
    }

    /** Where names of points may lie, and how large they are. */
    Labels labels() {
        return new Labels(new Box(left + 2, 0, width - left - 2, height - BOTTOM), letterWidth, LINE_HEIGHT);
    }

    /** Whether that tick may be named: every one, or every second one where they are close. */
    boolean hasRoomFor(LogAxis axis, long tick) {
        double decade = Math.abs(axis.end() - axis.start()) / axis.decades();
        return decade >= ROOM_OF_TICK || Math.round(Math.log10((double) tick)) % 2 == 0;
    }
}
