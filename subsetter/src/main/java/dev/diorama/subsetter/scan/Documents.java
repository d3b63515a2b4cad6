package dev.diorama.subsetter.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands where in the JSON documents of a column, which may be cut off at their end. For one thread. */
final class Documents {
    private static final JsonFactory JSON = new JsonFactory();
    /** A key that is itself a value, of which there is one for each user; or that no path can name. */
    private static final Pattern VALUE_AS_KEY =
            Pattern.compile("\\d+|[0-9a-fA-F-]{16,}|.*[@.\\[\\]\"\\p{Cntrl}].*|", Pattern.DOTALL);
    /** What stands before a key whose place among others is not said. */
    private static final String ANYWHERE = "$..";
    /** Documents with more paths than this are maps: what comes later is judged by its key alone. */
    private static final int MOST_PATHS = 2_000;

    private final Meaning column;
    private final Subject subject;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Profile keys = new Profile(Optional.empty());

    /** Something in the documents. */
    record Place(Meaning meaning, Subject subject, Profile profile) {}

    /**
     * Where the reading is.
     *
     * @param about whom or what the value here is about
     * @param inner whom or what the values within it are about
     */
    private record Step(String path, String key, Subject about, Subject inner) {}

    /**
     * Documents.
     *
     * @param column what the column's name means
     * @param subject whom or what its table is about
     */
    Documents(Meaning column, Subject subject) {
        this.column = column;
        this.subject = subject;
    }

    /** By path, in the order in which they came. */
    Map<String, Place> places() {
        return places;
    }

    /** Whether a path leads to one kind of place only. */
    static boolean isNamed(String path) {
        return !path.replace("[*]", "").equals(ANYWHERE);
    }

    /** What the keys look like that are values themselves. */
    Profile keys() {
        return keys;
    }

    void add(String document) {
        try (JsonParser parser = JSON.createParser(document)) {
            walk(parser);
        } catch (IOException e) {
            // It is cut off, or no document: what stood before that has been seen. The message would quote it.
        }
    }

    private void walk(JsonParser parser) throws IOException {
        Deque<Step> around = new ArrayDeque<>();
        Step here = new Step("$", "", subject, subject);
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT -> around.push(here);
                case START_ARRAY -> {
                    around.push(here);
                    here = new Step(here.path() + "[*]", here.key(), here.about(), here.inner());
                }
                case END_OBJECT, END_ARRAY -> here = around.pop();
                case FIELD_NAME -> here = under(around.element(), parser.currentName());
                case VALUE_STRING -> place(here).profile().add(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> addNumber(place(here), parser.getText());
                case VALUE_TRUE, VALUE_FALSE, VALUE_NULL, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> {}
            }
        }
    }

    private static void addNumber(Place place, String number) {
        place.meaning().category().filter(ColumnType.NUMBER::mayBe).ifPresent(named -> place.profile()
                .add(number));
    }

    private Step under(Step parent, String key) {
        if (VALUE_AS_KEY.matcher(key).matches()) {
            keys.add(key);
            return new Step(ANYWHERE, "", parent.inner(), parent.inner());
        }
        Subject own = Vocabulary.WORDS.subject(key);
        boolean lost = parent.path().startsWith(ANYWHERE) || places.size() >= MOST_PATHS;
        return new Step(
                lost ? ANYWHERE + key : parent.path() + '.' + key,
                key,
                parent.inner(),
                own == Subject.UNKNOWN ? parent.inner() : own);
    }

    private Place place(Step step) {
        return places.computeIfAbsent(step.path(), path -> {
            Meaning meaning = step.key().isEmpty() ? column : Vocabulary.WORDS.meaning(step.key());
            Subject about = meaning.subject() == Subject.UNKNOWN ? step.about() : meaning.subject();
            return new Place(meaning, about, new Profile(meaning.of(about).or(() -> perhaps(meaning, about))));
        });
    }

    /** What a URL is about, the keys beside it may say that come later. */
    private static Optional<Category> perhaps(Meaning meaning, Subject about) {
        return meaning.category().filter(category -> category == Category.URL && about == Subject.UNKNOWN);
    }

    /** What stands at a path, as the keys beside it tell whom it is about where those around it do not. */
    Judge judge(String path) {
        Place place = Objects.requireNonNull(places.get(path));
        boolean open = place.subject() == Subject.UNKNOWN
                && place.meaning().category().isPresent()
                && place.meaning().of(Subject.UNKNOWN).isEmpty();
        Subject about = open ? beside(path, place.meaning()) : place.subject();
        boolean unclear = place.meaning().of(about).isEmpty()
                && perhaps(place.meaning(), about).isPresent();
        return new Judge(unclear ? Meaning.NOTHING : place.meaning(), about, place.profile());
    }

    private Subject beside(String path, Meaning meaning) {
        String parent = parent(path);
        Set<Category> beside = places.entrySet().stream()
                .filter(entry -> parent(entry.getKey()).equals(parent))
                .map(entry -> entry.getValue().meaning())
                .filter(other -> other.place() == Meaning.Place.ANYWHERE)
                .flatMap(other -> other.category().stream())
                .collect(Collectors.toSet());
        if (beside.stream().anyMatch(Context.OF_PERSONS::contains)) {
            return Subject.PERSON;
        }
        return beside.contains(Category.STREET) && meaning.place() == Meaning.Place.ADDRESS
                ? Subject.ADDRESS
                : Subject.UNKNOWN;
    }

    private static String parent(String path) {
        return path.startsWith(ANYWHERE) ? path : path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    /** The elements of an array that PostgreSQL wrote as JSON, as far as it is not cut off. */
    static void elements(String array, Consumer<String> scalar) {
        try (JsonParser parser = JSON.createParser(array)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (List.of(JsonToken.VALUE_STRING, JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT)
                        .contains(token)) {
                    scalar.accept(parser.getText());
                }
            }
        } catch (IOException e) {
            // As above.
        }
    }
}
