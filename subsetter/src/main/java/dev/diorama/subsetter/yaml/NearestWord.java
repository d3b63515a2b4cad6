package dev.diorama.subsetter.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody who mistyped another one most likely meant. */
public final class NearestWord {
    private NearestWord() {}

    /** The candidate nearest to {@code word}, if one is near enough to have been meant. */
    public static Optional<String> of(String word, Collection<String> candidates) {
        record Candidate(String word, int distance) {}
        int tolerated = Math.max(1, word.length() / 3);
        return candidates.stream()
                .map(candidate -> new Candidate(
                        candidate, distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= tolerated)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** {@code ' (did you mean "region"?)'} to append to a message, or nothing if no candidate is near enough. */
    public static String didYouMean(String word, Collection<String> candidates) {
        return of(word, candidates).map(" (did you mean \"%s\"?)"::formatted).orElse("");
    }

    /**
     * Optimal string alignment: insertions, deletions, replacements and swaps of neighbours count one each.
     *
     * @see <a href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">Damerau–Levenshtein distance</a>
     */
    static int distance(String left, String right) {
        int[][] distances = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    distances[i][j] = i + j;
                    continue;
                }
                int replacement = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int best = Math.min(
                        distances[i - 1][j - 1] + replacement, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                distances[i][j] = swapped ? Math.min(best, distances[i - 2][j - 2] + 1) : best;
            }
        }
        return distances[left.length()][right.length()];
    }
}
