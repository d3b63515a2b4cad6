package dev.diorama.subsetter.masking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Names to choose from, by their lengths. Immutable. */
final class Pool {
    private static final int SHORTEST = 3;
    /** With fewer of one length, the next shorter ones are chosen from too. */
    private static final int ENOUGH = 12;

    private static final int TOO_FEW = 4;

    /** By length; those that a value of the length may become. */
    private final List<List<String>> byLength = new ArrayList<>();

    /** @param names shorter ones than three characters are left out, and those that are longer in another case */
    Pool(Collection<String> names) {
        List<List<String>> exact = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            int length = name.codePointCount(0, name.length());
            if (length >= SHORTEST
                    && name.toUpperCase(Locale.ROOT).length() == name.length()
                    && name.toLowerCase(Locale.ROOT).length() == name.length()) {
                while (exact.size() <= length) {
                    exact.add(new ArrayList<>());
                }
                exact.get(length).add(name);
            }
        }
        List<String> shorter = List.of();
        for (List<String> ofOneLength : exact) {
            List<String> all = new ArrayList<>(ofOneLength);
            if (all.size() < ENOUGH) {
                all.addAll(shorter);
            }
            shorter = List.copyOf(all);
            byLength.add(shorter);
        }
    }

    /** How many names there are for values of a length. */
    int size(int length) {
        return candidates(length).size();
    }

    /** A name that is not longer than this; nothing where the pool has none, or hardly any. */
    Optional<String> any(int length, Draw draw) {
        List<String> candidates = candidates(length);
        return candidates.size() < TOO_FEW
                ? Optional.empty()
                : Optional.of(candidates.get(draw.below(candidates.size())));
    }

    /**
     * A name that is not longer than a value, and another than it, whatever the case.
     *
     * @param attempt each gives another name, until there are no more: then nothing
     */
    Optional<String> instead(String value, Draw draw, int attempt) {
        List<String> candidates = candidates(value.codePointCount(0, value.length()));
        int size = candidates.size();
        if (size < TOO_FEW || attempt >= size) {
            return Optional.empty();
        }
        int start = draw.below(size);
        int left = attempt;
        for (int i = 0; i < size; i++) {
            String candidate = candidates.get((start + i) % size);
            if (!candidate.equalsIgnoreCase(value) && left-- == 0) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private List<String> candidates(int length) {
        return byLength.isEmpty() ? List.of() : byLength.get(Math.min(length, byLength.size() - 1));
    }
}
