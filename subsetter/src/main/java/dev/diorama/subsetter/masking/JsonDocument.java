package dev.diorama.subsetter.masking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Masks what paths lead to in a JSON document, with all that is in there; everything else stays byte for byte. Where several
 * paths lead to a value, the one that ends nearest to it decides, and of those that end at the same place the first.
 */
final class JsonDocument implements Masker {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final List<Rule> rules;
    private final Masker unreadable;

    /** @param unreadable masks what is no JSON */
    JsonDocument(List<Rule> rules, Masker unreadable) {
        this.rules = List.copyOf(rules);
        this.unreadable = unreadable;
    }

    /** Whether a text is a JSON document. */
    static boolean isJson(String text) {
        Masker none = (value, subject, attempt) -> null;
        return !text.isEmpty() && text.equals(new JsonDocument(List.of(), none).mask(text, "", 0));
    }

    /** What becomes of what a path leads to. */
    record Rule(JsonPath path, JsonScalars scalars) {}

    @Override
    public @Nullable String mask(String value, String subject, int attempt) {
        if (value.isEmpty()) {
            return value;
        }
        try (JsonParser parser = FACTORY.createParser(value)) {
            Optional<String> masked = new Reading(value, subject, attempt).masked(parser);
            return masked.isPresent() ? masked.get() : unreadable.mask(value, subject, attempt);
        } catch (IOException e) {
            return unreadable.mask(value, subject, attempt); // no JSON
        }
    }

    /** What is known of a value while the parser is in it. */
    private static final class Level {
        private final long[] progress;
        private final JsonScalars scalars;
        private String name = "";
        private int index = -1;

        Level(long[] progress, JsonScalars scalars) {
            this.progress = progress;
            this.scalars = scalars;
        }
    }

    /** One document on its way. */
    private final class Reading {
        private final String value;
        private final String subject;
        private final int attempt;
        private final StringBuilder masked;
        private final Deque<Level> levels = new ArrayDeque<>();
        private int copied;

        Reading(String value, String subject, int attempt) {
            this.value = value;
            this.subject = subject;
            this.attempt = attempt;
            this.masked = new StringBuilder(value.length());
        }

        /** Nothing if there is not exactly one document. */
        Optional<String> masked(JsonParser parser) throws IOException {
            int documents = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case FIELD_NAME -> levels.element().name = parser.currentName();
                    case END_OBJECT, END_ARRAY -> levels.pop();
                    default -> {
                        documents += levels.isEmpty() ? 1 : 0;
                        Level level = next();
                        if (token.isStructStart()) {
                            levels.push(level);
                        } else if (!level.scalars.equals(JsonScalars.STAYING)) {
                            scalar(parser, token, level.scalars);
                        }
                        if (token == JsonToken.START_ARRAY) {
                            level.index = 0;
                        }
                    }
                }
            }
            return documents == 1
                    ? Optional.of(masked.append(value, copied, value.length()).toString())
                    : Optional.empty();
        }

        /** The value that the parser has come to. */
        private Level next() {
            long[] progress = new long[rules.size()];
            Level above = levels.peek();
            JsonScalars scalars = above == null ? JsonScalars.STAYING : above.scalars;
            for (int i = progress.length - 1; i >= 0; i--) {
                JsonPath path = rules.get(i).path();
                progress[i] = above == null
                        ? path.start()
                        : above.index < 0
                                ? path.at(above.progress[i], above.name)
                                : path.at(above.progress[i], above.index);
                if (path.ends(progress[i])) {
                    scalars = rules.get(i).scalars();
                }
            }
            if (above != null && above.index >= 0) {
                above.index++;
            }
            return new Level(progress, scalars);
        }

        private void scalar(JsonParser parser, JsonToken token, JsonScalars scalars) throws IOException {
            int start = Math.toIntExact(parser.currentTokenLocation().getCharOffset());
            String text = parser.getText();
            switch (token) {
                case VALUE_STRING -> {
                    int end = Math.toIntExact(parser.currentLocation().getCharOffset());
                    String mask = scalars.texts().mask(text, subject, attempt);
                    masked.append(value, copied, start);
                    if (mask == null) {
                        masked.append("null");
                    } else {
                        JsonScalars.append(masked, mask);
                    }
                    copied = end;
                }
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    replace(start, text, scalars.numbers().mask(text, subject, attempt));
                case VALUE_TRUE, VALUE_FALSE -> replace(start, text, scalars.truth() == null ? text : scalars.truth());
                default -> {} // null stays
            }
        }

        private void replace(int start, String text, @Nullable String mask) {
            masked.append(value, copied, start).append(mask == null ? "null" : mask);
            copied = start + text.length();
        }
    }
}
