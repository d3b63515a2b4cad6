package dev.diorama.subsetter.scan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.datafaker.Faker;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;

/**
 * First and last names that many people have, in the languages that Datafaker knows and that are written with Latin,
 * Cyrillic or Greek letters. Read once, when the first one is asked for. Immutable.
 */
final class PersonNames {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt-BR", "nl", "pl", "sv", "da-DK", "nb-NO", "fi-FI", "cs", "sk", "hu",
            "ro-MD", "tr", "ru", "uk", "bg", "en-IN", "es-MX", "pt", "ca");
    private static final List<String> FIRST = List.of("first_name", "male_first_name", "female_first_name");
    private static final List<String> LAST = List.of("last_name", "male_last_name", "female_last_name");
    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "mlle", "sr", "sra", "sig", "dipl", "ing",
            "jr", "ii", "iii", "phd", "md");
    private static final Set<String> PARTICLES = Set.of(
            "von", "van", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "la", "le", "zu", "el", "al",
            "bin", "ter", "ten", "af", "e", "y");
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}'’.,\\- ]{2,60}");
    private static final Pattern SPACES = Pattern.compile("[ .]+");
    private static final int MOST_WORDS = 4;

    private final Set<String> first = new HashSet<>();
    private final Set<String> last = new HashSet<>();

    private PersonNames() {
        for (String language : LANGUAGES) {
            Faker faker = new Faker(Locale.forLanguageTag(language));
            FIRST.forEach(key -> add(first, faker, key));
            LAST.forEach(key -> add(last, faker, key));
        }
    }

    private static final class Holder {
        static final PersonNames NAMES = new PersonNames();
    }

    /** The names, read if they were not yet. */
    static PersonNames known() {
        return Holder.NAMES;
    }

    /** Whether it could be a name by its characters. */
    static boolean haveShapeOf(String value) {
        return SHAPE.matcher(value).matches();
    }

    private static void add(Set<String> names, Faker faker, String key) {
        FakeValuesService values = faker.fakeValuesService();
        FakerContext context = faker.getContext();
        if (values.fetchObject("name." + key, context) instanceof Collection<?> known) {
            known.stream()
                    .map(Object::toString)
                    .filter(name -> !name.contains("#{") && name.length() > 1)
                    .map(NameWords::plain)
                    .forEach(names::add);
        }
    }

    /** Whether it is a first name, or several of them. */
    boolean isFirst(String value) {
        return is(value, first);
    }

    /** Whether it is a last name, or several of them. */
    boolean isLast(String value) {
        return is(value, last);
    }

    private static boolean is(String value, Set<String> names) {
        return SHAPE.matcher(value).matches()
                && (names.contains(NameWords.plain(value.strip()))
                        || (words(value).size() <= 2 && words(value).stream().allMatch(names::contains)));
    }

    /** Whether it is a first name with a last name behind it, or after a comma before it. */
    boolean isFull(String value) {
        if (!SHAPE.matcher(value).matches()) {
            return false;
        }
        int comma = value.indexOf(',');
        List<String> words = words(comma < 0 ? value : value.substring(comma + 1) + ' ' + value.substring(0, comma));
        return words.size() >= 2
                && words.size() <= MOST_WORDS
                && isKnown(words.getFirst(), first)
                && isKnown(words.getLast(), last);
    }

    /** Whether two words are a first and a last name. */
    boolean areFirstAndLast(String one, String other) {
        return first.contains(NameWords.plain(one)) && last.contains(NameWords.plain(other));
    }

    private static boolean isKnown(String word, Set<String> names) {
        return names.contains(word) || Stream.of(word.split("-", -1)).anyMatch(names::contains);
    }

    private static List<String> words(String value) {
        return SPACES.splitAsStream(NameWords.plain(value.strip()))
                .filter(word -> word.length() > 1 && !TITLES.contains(word) && !PARTICLES.contains(word))
                .toList();
    }
}
