package dev.diorama.subsetter.yaml;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping whose keys must be asked for: the ones that nobody asked for are errors when the document is finished,
 * with the nearest right word. A key without a value counts as absent. Merge keys ({@code <<}) are followed.
 */
public final class YamlMapping {
    private record Entry(YamlPosition keyPosition, YamlValue value) {}

    private final YamlErrors errors;
    private final YamlPosition position;
    private final String path;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private YamlMapping(YamlErrors errors, YamlPosition position, String path) {
        this.errors = errors;
        this.position = position;
        this.path = path;
    }

    static YamlMapping empty(YamlErrors errors, YamlPosition position, String path) {
        return new YamlMapping(errors, position, path);
    }

    static YamlMapping of(YamlErrors errors, YamlPosition position, String path, MappingNode node) {
        YamlMapping mapping = new YamlMapping(errors, position, path);
        node.getValue().forEach(mapping::add);
        mapping.merge();
        return mapping;
    }

    /** Where the mapping begins. */
    public YamlPosition position() {
        return position;
    }

    /** The keys that lead to the mapping, like {@code sample.tables}; empty for the root. */
    public String path() {
        return path;
    }

    /** Whether there is no key at all. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether the key is there and has a value. */
    public boolean has(String key) {
        return optional(key).isPresent();
    }

    /** The value of a key, of whatever kind. */
    public Optional<YamlValue> optional(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(Entry::value).filter(value -> !value.isAbsent());
    }

    /** Every key with its value, in the order of the file; keys read this way are known. */
    public Map<String, YamlValue> entries() {
        Map<String, YamlValue> values = new LinkedHashMap<>();
        entries.forEach((key, entry) -> values.put(key, entry.value()));
        asked.addAll(values.keySet());
        return Collections.unmodifiableMap(values);
    }

    /** A text that must be there; an empty one stands in where it is not. */
    public String text(String key) {
        Optional<YamlValue> value = optional(key);
        if (value.isEmpty()) {
            error("%s is missing".formatted(name(key)));
        }
        return value.flatMap(YamlValue::text).orElse("");
    }

    /** A text, if it is there. */
    public Optional<String> optionalText(String key) {
        return optional(key).flatMap(YamlValue::text);
    }

    /** A whole number, if it is there. */
    public Optional<Long> optionalInteger(String key) {
        return optional(key).flatMap(YamlValue::integer);
    }

    /** A number, if it is there. */
    public Optional<Double> optionalNumber(String key) {
        return optional(key).flatMap(YamlValue::number);
    }

    /** A boolean, if it is there. */
    public Optional<Boolean> optionalBoolean(String key) {
        return optional(key).flatMap(YamlValue::bool);
    }

    /** A duration like {@code 30s} or {@code 5m}, if it is there. */
    public Optional<Duration> optionalDuration(String key) {
        return optional(key).flatMap(YamlValue::duration);
    }

    /** A mapping, if it is there. */
    public Optional<YamlMapping> optionalMapping(String key) {
        return optional(key).flatMap(YamlValue::mapping);
    }

    /** A mapping of mappings, in the order of the file; empty where the key is absent. */
    public Map<String, YamlMapping> mappings(String key) {
        Map<String, YamlMapping> mappings = new LinkedHashMap<>();
        optionalMapping(key).ifPresent(outer -> outer.entries()
                .forEach((name, value) -> mappings.put(
                        name,
                        value.isAbsent()
                                ? value.emptyMapping()
                                : value.mapping().orElseGet(value::emptyMapping))));
        return Collections.unmodifiableMap(mappings);
    }

    /** A list of values; empty where the key is absent. */
    public List<YamlValue> list(String key) {
        return optional(key).flatMap(YamlValue::list).orElse(List.of());
    }

    /** A list of texts, or one text alone; empty where the key is absent. */
    public List<String> texts(String key) {
        return optional(key).flatMap(YamlValue::texts).orElse(List.of());
    }

    /** Declares every key of this mapping as known, whether or not it is read. */
    public void ignoreOtherKeys() {
        asked.addAll(entries.keySet());
    }

    /** Declares every key of this mapping as known that is not a likely misspelling of {@code key}. */
    public void ignoreKeysUnlike(String key) {
        entries.keySet().stream()
                .filter(other -> NearestWord.of(other, Set.of(key)).isEmpty())
                .forEach(asked::add);
    }

    /** Records that something is wrong with this mapping, in words that stand alone. */
    public void error(String message) {
        errors.add(position, message);
    }

    void reportUnknownKeys() {
        entries.forEach((key, entry) -> {
            if (asked.contains(key)) {
                entry.value().reportUnknownKeys();
            } else {
                errors.add(
                        entry.keyPosition(),
                        "Unknown key %s%s".formatted(name(key), NearestWord.didYouMean(key, asked)));
            }
        });
    }

    private void add(NodeTuple tuple) {
        YamlPosition keyPosition = tuple.getKeyNode()
                .getStartMark()
                .map(mark -> YamlPosition.of(position.file(), mark))
                .orElse(position);
        if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
            errors.add(keyPosition, "A key must be a single word");
            return;
        }
        String key = keyNode.getValue();
        String valuePath = path.isEmpty() ? key : path + '.' + key;
        YamlValue value = new YamlValue(errors, position.file(), valuePath, tuple.getValueNode());
        Entry earlier = entries.putIfAbsent(key, new Entry(keyPosition, value));
        if (earlier != null) {
            errors.add(
                    keyPosition,
                    "%s is there twice, first in line %d"
                            .formatted(name(key), earlier.keyPosition().line()));
        }
    }

    /** The mapping's own keys win over merged ones, and earlier merged ones over later. */
    private void merge() {
        Entry merge = entries.remove("<<");
        if (merge == null) {
            return;
        }
        List<YamlValue> sources =
                merge.value().isList() ? merge.value().list().orElse(List.of()) : List.of(merge.value());
        for (YamlValue source : sources) {
            source.mapping().ifPresent(mapping -> mapping.entries.forEach(entries::putIfAbsent));
        }
    }

    private String name(String key) {
        return path.isEmpty() ? '"' + key + '"' : "\"%s\" in \"%s\"".formatted(key, path);
    }
}
