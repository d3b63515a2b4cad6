package dev.diorama.subsetter.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What names of columns and of tables mean, in ten languages; the words are in {@code vocabulary.txt}. Immutable, read
 * once.
 */
final class Vocabulary {
    /** The vocabulary. */
    static final Vocabulary WORDS = read();

    private static final int LONGEST = 5;
    /** A shorter word at the end of a compound may be chance. */
    private static final int SHORTEST_SUFFIX = 6;
    /** Two letters before a name are an abbreviation of the table's. */
    private static final int ABBREVIATION = 2;

    private record Entry(Category category, Meaning.Place place) {}

    private record Match(Entry entry, int from, int to, int length) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Set<String> negating = new HashSet<>();
    private final Set<String> published = new HashSet<>();

    private Vocabulary() {}

    private static Vocabulary read() {
        Vocabulary vocabulary = new Vocabulary();
        try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(vocabulary::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary;
    }

    private void add(String line) {
        List<String> parts = Arrays.asList(line.split(" +"));
        String second = parts.get(1).toUpperCase(Locale.ROOT);
        for (String name : parts.subList(2, parts.size())) {
            String joined = name.replace("_", "");
            switch (parts.getFirst()) {
                case "words" -> ("never".equals(parts.get(1)) ? negating : published).add(joined);
                case "subject" -> subjects.putIfAbsent(joined, Subject.valueOf(second));
                default ->
                    entries.putIfAbsent(
                            joined,
                            new Entry(Category.of(parts.getFirst()).orElseThrow(), Meaning.Place.valueOf(second)));
            }
        }
    }

    /** Whom or what a table of that name is about. */
    Subject subject(String name) {
        return subject(NameWords.of(name).words());
    }

    private Subject subject(List<String> words) {
        for (int to = words.size(); to > 0; to--) {
            for (int from = Math.max(0, to - 2); from < to; from++) {
                Optional<Subject> known = subjectOf(String.join("", words.subList(from, to)));
                if (known.isPresent()) {
                    return known.get();
                }
            }
        }
        return Subject.UNKNOWN;
    }

    private Optional<Subject> subjectOf(String word) {
        return Optional.ofNullable(subjects.get(word))
                .or(() -> word.endsWith("s")
                        ? Optional.ofNullable(subjects.get(word.substring(0, word.length() - 1)))
                        : Optional.empty());
    }

    /** Whether names in that column are of persons who publish them. */
    boolean isPublished(String table, String column) {
        return Stream.of(table, column)
                .flatMap(name -> NameWords.of(name).words().stream())
                .anyMatch(published::contains);
    }

    /** What a column or a key of that name means. */
    Meaning meaning(String name) {
        List<String> words = NameWords.of(name).words();
        Optional<Match> best = Optional.empty();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST); to++) {
                best = better(best, match(words, from, to));
            }
        }
        return best.or(() -> compound(words))
                .map(match -> meaning(words, match))
                .orElseGet(() -> words.stream().anyMatch(negating::contains) ? Meaning.IMPERSONAL : Meaning.NOTHING);
    }

    private Optional<Match> match(List<String> words, int from, int to) {
        String joined = String.join("", words.subList(from, to));
        return Optional.ofNullable(entries.get(joined))
                .or(() -> joined.endsWith("s")
                        ? Optional.ofNullable(entries.get(joined.substring(0, joined.length() - 1)))
                        : Optional.empty())
                .map(entry -> new Match(entry, from, to, joined.length()));
    }

    /** Of equally long ones the last, since a name's last word is its head. */
    private static Optional<Match> better(Optional<Match> one, Optional<Match> other) {
        return other.filter(
                        match -> one.isEmpty() || match.length() >= one.get().length())
                .or(() -> one);
    }

    /** Germanic languages write words together: {@code kundenemail}. */
    private Optional<Match> compound(List<String> words) {
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = words.get(i);
            for (int start = 1; start + SHORTEST_SUFFIX <= word.length(); start++) {
                Entry entry = entries.get(word.substring(start));
                if (entry != null) {
                    return Optional.of(new Match(entry, i, i + 1, word.length() - start));
                }
            }
        }
        return Optional.empty();
    }

    private Meaning meaning(List<String> words, Match match) {
        List<String> before = words.subList(0, match.from());
        List<String> after = words.subList(match.to(), words.size());
        if (match.entry().place() == Meaning.Place.NEVER
                || before.stream().anyMatch(negating::contains)
                || after.stream().anyMatch(negating::contains)
                || isKeyToAnother(after)
                || isOfTime(after)) {
            return Meaning.IMPERSONAL;
        }
        List<String> telling =
                before.stream().filter(word -> word.length() > ABBREVIATION).toList();
        Subject subject = subject(before);
        Category category = match.entry().category();
        if (match.entry().place() == Meaning.Place.PERSON
                && (category == Category.FULL_NAME || category == Category.PASSWORD)
                && (!after.stream().allMatch(Vocabulary::isNumber)
                        || (!telling.isEmpty() && subject != Subject.PERSON && subject != Subject.ORGANISATION))) {
            return Meaning.IMPERSONAL;
        }
        return new Meaning(Optional.of(category), match.entry().place(), subject);
    }

    private static boolean isKeyToAnother(List<String> after) {
        return !after.isEmpty() && after.getLast().equals("id");
    }

    private static boolean isOfTime(List<String> after) {
        return !after.isEmpty()
                && Set.of("at", "on", "date", "time", "timestamp").contains(after.getLast());
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }
}
