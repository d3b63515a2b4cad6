package dev.diorama.subsetter.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds places for names beside their points, so that no name lies on another one, on a point or on a line. Names that
 * come first have the first choice; one for which there is no place is left out. Pure.
 *
 * @param bounds where names may lie
 * @param letterWidth how wide a letter is, on the safe side
 * @param lineHeight how high a name is
 */
record Labels(Box bounds, double letterWidth, double lineHeight) {
    private static final double[] DISTANCES = {9, 18, 28};
    /** To the right and above first, and then around. */
    private static final double[] ANGLES = {0, -45, -90, -135, 180, 135, 90, 45};

    private static final double FAR = 12;
    /** Letters of one name shall not touch those of the next. */
    private static final double SPACE = 5;

    /**
     * A point and its name.
     *
     * @param point where the point lies
     * @param text its name
     */
    record Wanted(Place point, String text) {}

    /**
     * A name and its place.
     *
     * @param wanted the point and its name
     * @param box where the name lies
     */
    record Placed(Wanted wanted, Box box) {
        /** Whether it is so far from its point that a line should lead there. */
        boolean isFar() {
            return wanted.point().distance(end()) > FAR;
        }

        /** Where that line ends. */
        Place end() {
            return box.nearest(wanted.point());
        }
    }

    List<Placed> place(List<Wanted> wanted, List<Box> obstacles) {
        List<Box> taken = new ArrayList<>(obstacles);
        List<Placed> placed = new ArrayList<>();
        for (Wanted one : wanted) {
            free(one, taken).ifPresent(found -> {
                taken.add(found.box().withSpace(SPACE));
                placed.add(found);
            });
        }
        return placed;
    }

    private Optional<Placed> free(Wanted wanted, List<Box> taken) {
        for (double distance : DISTANCES) {
            for (double angle : ANGLES) {
                Placed place = new Placed(wanted, box(wanted, distance, Math.toRadians(angle)));
                if (bounds.contains(place.box())
                        && taken.stream().noneMatch(place.box()::overlaps)
                        && (!place.isFar() || isReachable(place, taken))) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the line from the point to its name meets nothing on its way; close to the point it may. */
    private static boolean isReachable(Placed place, List<Box> taken) {
        return IntStream.rangeClosed(4, 10)
                .mapToObj(tenths -> Box.around(place.wanted().point().towards(place.end(), tenths / 10.0), 1))
                .noneMatch(step -> taken.stream().anyMatch(step::overlaps));
    }

    /** The name's edge or corner that is nearest to the point lies in that direction, at that distance. */
    private Box box(Wanted wanted, double distance, double angle) {
        double width = wanted.text().codePointCount(0, wanted.text().length()) * letterWidth;
        double x = wanted.point().x() + distance * Math.cos(angle);
        double y = wanted.point().y() + distance * Math.sin(angle);
        return new Box(
                x - width * (1 - sign(Math.cos(angle))) / 2,
                y - lineHeight * (1 - sign(Math.sin(angle))) / 2,
                width,
                lineHeight);
    }

    private static double sign(double direction) {
        return Math.abs(direction) < 0.01 ? 0 : Math.signum(direction);
    }
}
