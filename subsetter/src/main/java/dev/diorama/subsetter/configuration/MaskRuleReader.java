package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.NamePattern;
import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Masking;
import dev.diorama.subsetter.yaml.NearestWord;
import dev.diorama.subsetter.yaml.YamlMapping;
import dev.diorama.subsetter.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how the columns of one name or pattern are masked: a masker's name, or a mapping for one that needs more. */
final class MaskRuleReader {
    private static final String KEEP = "keep";
    private static final int MOST_DAYS = 36_500;
    /** A path as {@code $.address.street}, {@code $.items[*].email} or {@code $..email}. */
    private static final Pattern PATH = Pattern.compile("\\$(?:\\.\\.?[^.\\[\\]\"]+|\\[\\*]|\\[\\d+])+");

    private static final Map<String, Function<YamlValue, Optional<Masking>>> WITH_VALUE = withValue();

    private MaskRuleReader() {}

    private static Map<String, Function<YamlValue, Optional<Masking>>> withValue() {
        Map<String, Function<YamlValue, Optional<Masking>>> readers = new LinkedHashMap<>();
        readers.put("email", MaskRuleReader::email);
        readers.put("shift-days", value -> days(value).map(days -> new Masking.ShiftDays(days, Optional.empty())));
        readers.put("noise", MaskRuleReader::noise);
        readers.put("constant", value -> value.text().map(Masking.Constant::new));
        readers.put("sql", MaskRuleReader::sql);
        readers.put("json", MaskRuleReader::json);
        readers.put(KEEP, MaskRuleReader::keep);
        return readers;
    }

    static Optional<MaskRule> read(String name, YamlValue value) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || dot == name.length() - 1) {
            value.error("\"%s\" must name a table and a column, like users.email or *.email".formatted(value.path()));
            return Optional.empty();
        }
        return masking(value)
                .map(masking -> new MaskRule(
                        new NamePattern(name.substring(0, dot)),
                        new NamePattern(name.substring(dot + 1)),
                        masking,
                        value.position()));
    }

    private static Optional<Masking> masking(YamlValue value) {
        if (value.isNothing()) {
            return Optional.of(new Masking.Named(MaskerName.NULL));
        }
        return value.isMapping() ? value.mapping().flatMap(mapping -> withOptions(value, mapping)) : named(value);
    }

    private static Optional<Masking> named(YamlValue value) {
        return value.text().flatMap(word -> {
            Optional<Masking> named = MaskerName.of(word).map(Masking.Named::new);
            if (word.equals(KEEP)) {
                value.error("\"%s\" needs a reason why the values may stay, like {keep: \"public by design\"}"
                        .formatted(value.path()));
            } else if (WITH_VALUE.containsKey(word) && named.isEmpty()) {
                value.error("\"%s\" must say more about %s, like %s".formatted(value.path(), word, example(word)));
            } else if (named.isEmpty()) {
                List<String> words = Stream.concat(MaskerName.words().stream(), WITH_VALUE.keySet().stream())
                        .distinct()
                        .toList();
                value.error("\"%s\" must be a masker, not \"%s\"%s"
                        .formatted(value.path(), word, NearestWord.didYouMean(word, words)));
            }
            return named;
        });
    }

    private static String example(String word) {
        return switch (word) {
            case "shift-days" -> "{shift-days: 30}";
            case "noise" -> "{noise: 0.1}";
            case "constant" -> "{constant: \"unknown\"}";
            case "sql" -> "{sql: \"left(name, 1)\"}";
            default -> "{json: {\"$.address.street\": street}}";
        };
    }

    private static Optional<Masking> withOptions(YamlValue value, YamlMapping mapping) {
        List<String> given = WITH_VALUE.keySet().stream().filter(mapping::has).toList();
        if (given.size() != 1) {
            value.error("\"%s\" must be a masker's name or have one of the keys %s"
                    .formatted(value.path(), String.join(", ", WITH_VALUE.keySet())));
            mapping.ignoreOtherKeys();
            return Optional.empty();
        }
        Optional<Masking> masking = mapping.optional(given.getFirst()).flatMap(inner -> WITH_VALUE
                .getOrDefault(given.getFirst(), some -> Optional.empty())
                .apply(inner));
        return given.getFirst().equals("shift-days")
                ? masking.map(shift -> shift instanceof Masking.ShiftDays days
                        ? new Masking.ShiftDays(days.most(), mapping.optionalText("subject"))
                        : shift)
                : masking;
    }

    private static Optional<Masking> email(YamlValue value) {
        return value.text().flatMap(text -> {
            if (!text.equals("keep-domain")) {
                value.error("\"%s\" must be keep-domain, not \"%s\"; write email alone to mask the domain too"
                        .formatted(value.path(), text));
                return Optional.empty();
            }
            return Optional.of(new Masking.EmailKeepingDomain());
        });
    }

    private static Optional<Integer> days(YamlValue value) {
        return value.integer().flatMap(days -> {
            if (days < 1 || days > MOST_DAYS) {
                value.error("\"%s\" must be from 1 to %d days, not %d".formatted(value.path(), MOST_DAYS, days));
                return Optional.empty();
            }
            return Optional.of(days.intValue());
        });
    }

    private static Optional<Masking> noise(YamlValue value) {
        return value.number().flatMap(share -> {
            if (share <= 0 || share > 1) {
                value.error("\"%s\" must be above 0 and at most 1, like 0.1 for a tenth".formatted(value.path()));
                return Optional.empty();
            }
            return Optional.of(new Masking.Noise(share));
        });
    }

    private static Optional<Masking> sql(YamlValue value) {
        return SqlPredicate.read(value).map(expression -> new Masking.Sql(expression.sql()));
    }

    private static Optional<Masking> keep(YamlValue value) {
        return value.text().flatMap(reason -> {
            if (reason.isBlank()) {
                value.error("\"%s\" needs a reason why the values may stay".formatted(value.path()));
                return Optional.empty();
            }
            return Optional.of(new Masking.Keep(reason.strip()));
        });
    }

    private static Optional<Masking> json(YamlValue value) {
        return value.mapping().flatMap(paths -> {
            Map<String, Masking> maskings = new LinkedHashMap<>();
            paths.entries().forEach((path, inner) -> {
                if (PATH.matcher(path).matches()) {
                    masking(inner).ifPresent(masking -> put(maskings, path, masking, inner));
                } else {
                    inner.error("\"%s\" must be a path like $.address.street, $.items[*].email or $..email"
                            .formatted(inner.path()));
                }
            });
            if (paths.isEmpty()) {
                value.error("\"%s\" must have a path".formatted(value.path()));
            }
            return maskings.isEmpty() ? Optional.empty() : Optional.of(new Masking.Json(maskings));
        });
    }

    private static void put(Map<String, Masking> maskings, String path, Masking masking, YamlValue value) {
        switch (masking) {
            case Masking.Json json -> value.error("\"%s\" cannot be json within json".formatted(value.path()));
            case Masking.Sql sql ->
                value.error("\"%s\" cannot be sql: that masks a whole column".formatted(value.path()));
            default -> maskings.put(path, masking);
        }
    }
}
