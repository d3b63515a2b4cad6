package dev.diorama.subsetter.scan;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a name, whether it is written {@code like_this}, {@code likeThis} or {@code LIKE-THIS}: in lower case and
 * without accents. Pure.
 *
 * @param words the words, in order
 */
record NameWords(List<String> words) {
    private static final Pattern BOUNDARY =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
                    + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    NameWords {
        words = List.copyOf(words);
    }

    static NameWords of(String name) {
        return new NameWords(Arrays.stream(BOUNDARY.split(Normalizer.normalize(name, Normalizer.Form.NFC)))
                .filter(word -> !word.isEmpty())
                .map(NameWords::plain)
                .toList());
    }

    /** A text in lower case and without accents. */
    static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isAscii(lower)
                ? lower
                : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                        .replaceAll("")
                        .replace("ß", "ss")
                        .replace("ø", "o")
                        .replace("ł", "l")
                        .replace("đ", "d")
                        .replace("æ", "ae")
                        .replace("œ", "oe");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }
}
