package dev.diorama.subsetter.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of any kind with its place in the file. Each reader gives nothing, and records an error that names what it
 * expected, where the value is of another kind. A value that is left out ({@code key:}) is no value: {@link
 * YamlMapping} treats its key as absent.
 */
public final class YamlValue {
    private static final Pattern DURATION_PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern DURATION = Pattern.compile("(?:\\d{1,9}(?:ms|s|m|h|d))+");

    private final YamlErrors errors;
    private final String file;
    private final String path;
    private final Node node;
    private @Nullable YamlMapping mapping;
    private @Nullable List<YamlValue> list;

    YamlValue(YamlErrors errors, String file, String path, Node node) {
        this.errors = errors;
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** Where the value begins. */
    public YamlPosition position() {
        return node.getStartMark()
                .map(mark -> YamlPosition.of(file, mark))
                .orElseGet(() -> new YamlPosition(file, 1, 1));
    }

    /** The keys that lead to the value, like {@code sample.tables.users} or {@code references[2]}. */
    public String path() {
        return path;
    }

    /** Whether this is a text, a number, a boolean. */
    public boolean isScalar() {
        return node instanceof ScalarNode && !isAbsent();
    }

    /** Whether this is a mapping of keys to values. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Whether this is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether nothing is written, or {@code null} or {@code ~}. */
    public boolean isNothing() {
        return isAbsent();
    }

    boolean isAbsent() {
        return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
    }

    /** Any single value as it is written; a number is the text of it. */
    public Optional<String> text() {
        return scalar("a text");
    }

    /** A whole number. */
    public Optional<Long> integer() {
        return scalar("a whole number").flatMap(text -> {
            try {
                return Optional.of(Long.parseLong(text.replace("_", "")));
            } catch (NumberFormatException e) {
                return wrong("a whole number", quoted(text));
            }
        });
    }

    /** A number, whole or not. */
    public Optional<Double> number() {
        return scalar("a number").flatMap(text -> {
            try {
                double number = Double.parseDouble(text.replace("_", ""));
                return Double.isFinite(number) ? Optional.of(number) : wrong("a number", quoted(text));
            } catch (NumberFormatException e) {
                return wrong("a number", quoted(text));
            }
        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> bool() {
        return scalar("true or false").flatMap(text -> switch (text) {
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> wrong("true or false", quoted(text));
        });
    }

    /** A duration like {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}, or several of them in a row. */
    public Optional<Duration> duration() {
        String expected = "a duration like 30s, 5m or 2h";
        return scalar(expected).flatMap(text -> {
            if (!DURATION.matcher(text).matches()) {
                return wrong(expected, quoted(text));
            }
            Duration sum = Duration.ZERO;
            Matcher parts = DURATION_PART.matcher(text);
            while (parts.find()) {
                sum = sum.plus(durationPart(Long.parseLong(parts.group(1)), parts.group(2)));
            }
            return Optional.of(sum);
        });
    }

    /** The mapping that this is. */
    public Optional<YamlMapping> mapping() {
        if (mapping == null && node instanceof MappingNode mappingNode) {
            mapping = YamlMapping.of(errors, position(), path, mappingNode);
        }
        return mapping == null ? wrong("a mapping", kind()) : Optional.of(mapping);
    }

    /** The list that this is. */
    public Optional<List<YamlValue>> list() {
        if (list == null && node instanceof SequenceNode sequence) {
            List<YamlValue> values = new ArrayList<>();
            for (Node element : sequence.getValue()) {
                values.add(new YamlValue(errors, file, "%s[%d]".formatted(path, values.size()), element));
            }
            list = List.copyOf(values);
        }
        return list == null ? wrong("a list", kind()) : Optional.of(list);
    }

    /** A list of texts; one text alone is a list of one. */
    public Optional<List<String>> texts() {
        if (isScalar()) {
            return text().map(List::of);
        }
        return list().map(values ->
                values.stream().flatMap(value -> value.text().stream()).toList());
    }

    /** Records that something is wrong with this value, in words that stand alone. */
    public void error(String message) {
        errors.add(position(), message);
    }

    void reportUnknownKeys() {
        if (mapping != null) {
            mapping.reportUnknownKeys();
        }
        if (list != null) {
            list.forEach(YamlValue::reportUnknownKeys);
        }
    }

    YamlMapping emptyMapping() {
        return YamlMapping.empty(errors, position(), path);
    }

    private Optional<String> scalar(String expected) {
        return node instanceof ScalarNode scalar && !isAbsent()
                ? Optional.of(scalar.getValue())
                : wrong(expected, kind());
    }

    private <T> Optional<T> wrong(String expected, String found) {
        error(
                path.isEmpty()
                        ? "The file must hold %s, not %s".formatted(expected, found)
                        : "%s must be %s, not %s".formatted(quoted(path), expected, found));
        return Optional.empty();
    }

    private String kind() {
        return switch (node) {
            case MappingNode mappingNode -> "a mapping";
            case SequenceNode sequenceNode -> "a list";
            case ScalarNode scalar -> isAbsent() ? "nothing" : quoted(scalar.getValue());
            default -> "something else";
        };
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static Duration durationPart(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
