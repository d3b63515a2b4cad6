package dev.diorama.subsetter.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path into a JSON document: {@code $}, then any of {@code .name}, {@code ['any name']}, {@code [3]}, {@code [*]}, {@code .*} and
 * {@code ..name}, a part of RFC 9535. At most 62 steps. Immutable.
 */
final class JsonPath {
    private static final int MOST_STEPS = 62;
    private static final Pattern STEP = Pattern.compile(
            "\\.(?<deep>\\.)?(?:(?<any>\\*)|(?<name>[\\p{L}_$][\\p{L}\\p{N}_$-]*))"
                    + "|\\[(?:(?<each>\\*)|(?<index>\\d{1,9})|'(?<single>(?:[^'\\\\]|\\\\.)*)'|\"(?<double>(?:[^\"\\\\]|\\\\.)*)\")\\]");

    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = steps;
    }

    /** Nothing of what is no such path. */
    static Optional<JsonPath> of(String text) {
        if (!text.startsWith("$")) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text).region(1, text.length());
        while (matcher.lookingAt()) {
            steps.add(step(matcher));
            matcher.region(matcher.end(), text.length());
        }
        return matcher.regionStart() == text.length() && steps.size() <= MOST_STEPS
                ? Optional.of(new JsonPath(List.copyOf(steps)))
                : Optional.empty();
    }

    /** How far the path has come at the document itself: a bit for each number of steps that are behind. */
    long start() {
        return 1;
    }

    /** How far it has come at what is in an object by this name. */
    long at(long progress, String name) {
        long next = 0;
        for (int i = 0; i < steps.size(); i++) {
            if ((progress & 1L << i) != 0) {
                next |= steps.get(i).next(i, steps.get(i).isName(name) ? 1 : 0);
            }
        }
        return next;
    }

    /** How far it has come at what is in an array in this place. */
    long at(long progress, int index) {
        long next = 0;
        for (int i = 0; i < steps.size(); i++) {
            if ((progress & 1L << i) != 0) {
                next |= steps.get(i).next(i, steps.get(i).isIndex(index) ? 1 : 0);
            }
        }
        return next;
    }

    /** Whether it ends here. */
    boolean ends(long progress) {
        return (progress & 1L << steps.size()) != 0;
    }

    private static Step step(Matcher step) {
        Depth depth = step.group("deep") == null ? Depth.HERE : Depth.ANYWHERE;
        if (step.group("any") != null || step.group("each") != null) {
            return new Step(depth, null, -1);
        }
        if (step.group("index") != null) {
            return new Step(depth, null, Integer.parseInt(step.group("index")));
        }
        if (step.group("name") != null) {
            return new Step(depth, step.group("name"), -1);
        }
        String quoted = step.group("single") == null ? step.group("double") : step.group("single");
        return new Step(depth, quoted.replaceAll("\\\\(.)", "$1"), -1);
    }

    private enum Depth {
        HERE,
        ANYWHERE
    }

    /**
     * One step.
     *
     * @param name of what an object has; null for any, if there is no index
     * @param index in an array; −1 for any, if there is no name
     */
    private record Step(Depth depth, @Nullable String name, int index) {
        boolean isName(String found) {
            return name == null ? index < 0 : name.equals(found);
        }

        boolean isIndex(int found) {
            return name == null && (index < 0 || index == found);
        }

        long next(int place, int taken) {
            return (long) taken << (place + 1) | (depth == Depth.ANYWHERE ? 1L << place : 0);
        }
    }
}
