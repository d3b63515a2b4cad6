package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.configuration.Always.AlwaysKeys;
import dev.diorama.subsetter.configuration.Always.AlwaysWhere;
import dev.diorama.subsetter.yaml.YamlMapping;
import dev.diorama.subsetter.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is under {@code always:}: a list of conditions and keys, or one of them alone. */
final class AlwaysReader {
    private static final String EXPECTED = "an SQL condition, {where: \"…\"}, {key: 4711} or {keys: [4711, 4712]}";

    private AlwaysReader() {}

    static List<Always> read(YamlValue value) {
        List<YamlValue> entries = value.isList() ? value.list().orElse(List.of()) : List.of(value);
        return entries.stream().flatMap(entry -> entry(entry).stream()).toList();
    }

    private static Optional<Always> entry(YamlValue value) {
        if (value.isScalar()) {
            return SqlPredicate.read(value)
                    .map(predicate -> new AlwaysWhere(predicate, Optional.empty(), value.position()));
        }
        if (value.isMapping()) {
            return value.mapping().flatMap(mapping -> entry(value, mapping));
        }
        value.error("\"%s\" must be %s".formatted(value.path(), EXPECTED));
        return Optional.empty();
    }

    private static Optional<Always> entry(YamlValue value, YamlMapping mapping) {
        Optional<YamlValue> where = mapping.optional("where");
        Optional<YamlValue> key = mapping.optional("key");
        Optional<YamlValue> keys = mapping.optional("keys");
        Optional<Children> children = mapping.optional("children").flatMap(Children::read);
        long given = Stream.of(where, key, keys).filter(Optional::isPresent).count();
        if (given != 1) {
            value.error("\"%s\" must have one of where, key and keys, not %d of them".formatted(value.path(), given));
            return Optional.empty();
        }
        if (where.isPresent()) {
            return SqlPredicate.read(where.get())
                    .map(predicate -> new AlwaysWhere(predicate, children, value.position()));
        }
        return key.map(one -> List.of(key(one)))
                .or(() -> keys.map(AlwaysReader::keys))
                .filter(values -> isWhole(value, values))
                .map(values -> new AlwaysKeys(values, children, value.position()));
    }

    private static List<List<String>> keys(YamlValue value) {
        List<YamlValue> values = value.list().orElse(List.of());
        if (value.isList() && values.isEmpty()) {
            value.error("\"%s\" names no key".formatted(value.path()));
        }
        return values.stream().map(AlwaysReader::key).toList();
    }

    /** The values of a key; none where they are wrong, which then is told. */
    private static List<String> key(YamlValue value) {
        if (value.isList() && value.list().orElse(List.of()).isEmpty()) {
            value.error("\"%s\" has no value".formatted(value.path()));
        }
        if (value.isMapping()) {
            value.error(
                    "\"%s\" must be a value, or a list of values for a key of several columns".formatted(value.path()));
            return List.of();
        }
        return value.texts().orElse(List.of());
    }

    private static boolean isWhole(YamlValue value, List<List<String>> keys) {
        List<Integer> widths = keys.stream().map(List::size).distinct().toList();
        if (widths.size() > 1 && !widths.contains(0)) {
            value.error("\"%s\" must have keys of the same number of columns".formatted(value.path()));
        }
        return widths.size() == 1 && !widths.contains(0);
    }
}
