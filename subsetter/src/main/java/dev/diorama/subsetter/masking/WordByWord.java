package dev.diorama.subsetter.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the words of a person's name one by one: the last as a last name, the others as first names; before a comma all are
 * last names. Titles, and what stands before last names, stay.
 */
final class WordByWord implements Masker {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’.]+");
    private static final Set<String> KEPT = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "sir",
            "herr",
            "frau",
            "dipl",
            "ing",
            "med",
            "monsieur",
            "madame",
            "mme",
            "mlle",
            "sr",
            "sra",
            "srta",
            "don",
            "dona",
            "doña",
            "sig",
            "signora",
            "jr",
            "ii",
            "iii",
            "iv",
            "phd",
            "md",
            "von",
            "van",
            "de",
            "der",
            "den",
            "del",
            "della",
            "di",
            "da",
            "dos",
            "du",
            "la",
            "le",
            "el",
            "al",
            "bin",
            "ibn",
            "ter",
            "ten",
            "zu",
            "zur",
            "af",
            "av",
            "y",
            "e",
            "und",
            "and");

    private final Masker first;
    private final Masker last;

    /** @param last may be the same as the first */
    WordByWord(Masker first, Masker last) {
        this.first = first;
        this.last = last;
    }

    @Override
    public String mask(String value, String subject, int attempt) {
        List<int[]> words = words(value);
        int comma = value.indexOf(',');
        StringBuilder masked = new StringBuilder(value.length());
        int copied = 0;
        for (int i = 0; i < words.size(); i++) {
            int start = words.get(i)[0];
            int end = words.get(i)[1];
            boolean isLast = comma < 0 ? i == words.size() - 1 && i > 0 : end <= comma;
            masked.append(value, copied, start)
                    .append((isLast ? last : first).mask(value.substring(start, end), subject, attempt));
            copied = end;
        }
        return masked.append(value, copied, value.length()).toString();
    }

    /** Where the words begin and end that are masked; all where all would stay. */
    private static List<int[]> words(String value) {
        List<int[]> all = new ArrayList<>();
        List<int[]> masked = new ArrayList<>();
        Matcher words = WORD.matcher(value);
        while (words.find()) {
            int[] word = {words.start(), words.end()};
            all.add(word);
            if (!KEPT.contains(words.group().replace(".", "").toLowerCase(Locale.ROOT))) {
                masked.add(word);
            }
        }
        return masked.isEmpty() ? all : masked;
    }
}
