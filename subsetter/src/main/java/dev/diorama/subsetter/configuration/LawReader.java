package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.yaml.NearestWord;
import dev.diorama.subsetter.yaml.YamlMapping;
import dev.diorama.subsetter.yaml.YamlValue;
import java.util.List;
import java.util.Optional;

/** Reads a law: one of three words, or a mapping of one of three words to a number. */
final class LawReader {
    private static final List<String> WORDS = List.of("logarithmic", "all", "none");
    private static final String EXPECTED = "logarithmic, all, none, {power: 0.5}, {percent: 1} or {rows: 500}";

    private LawReader() {}

    static Optional<SizeLaw> read(YamlValue value) {
        if (value.isScalar()) {
            return value.text().flatMap(word -> word(value, word));
        }
        if (value.isMapping()) {
            return value.mapping().flatMap(mapping -> number(value, mapping));
        }
        value.error("\"%s\" must be %s".formatted(value.path(), EXPECTED));
        return Optional.empty();
    }

    private static Optional<SizeLaw> word(YamlValue value, String word) {
        return switch (word) {
            case "logarithmic" -> Optional.of(new SizeLaw.Logarithmic());
            case "all" -> Optional.of(new SizeLaw.All());
            case "none" -> Optional.of(new SizeLaw.None());
            default -> {
                value.error("\"%s\" must be %s, not \"%s\"%s"
                        .formatted(value.path(), EXPECTED, word, NearestWord.didYouMean(word, WORDS)));
                yield Optional.empty();
            }
        };
    }

    private static Optional<SizeLaw> number(YamlValue value, YamlMapping mapping) {
        Optional<YamlValue> power = mapping.optional("power");
        Optional<YamlValue> percent = mapping.optional("percent");
        Optional<YamlValue> rows = mapping.optional("rows");
        long given = List.of(power, percent, rows).stream()
                .filter(Optional::isPresent)
                .count();
        if (given > 1) {
            value.error("\"%s\" must be one law, not %d of them".formatted(value.path(), given));
            return Optional.empty();
        }
        if (power.isPresent()) {
            return within(power.get(), 1).map(SizeLaw.Power::new);
        }
        if (percent.isPresent()) {
            return within(percent.get(), 100).map(SizeLaw.Percent::new);
        }
        if (rows.isPresent()) {
            return rows(rows.get());
        }
        if (mapping.isEmpty()) {
            value.error("\"%s\" must be %s".formatted(value.path(), EXPECTED));
        }
        return Optional.empty();
    }

    private static Optional<SizeLaw> rows(YamlValue value) {
        Optional<Long> rows = value.integer();
        if (rows.isPresent() && rows.get() < 0) {
            value.error("\"%s\" must not be negative".formatted(value.path()));
            return Optional.empty();
        }
        return rows.map(SizeLaw.Rows::new);
    }

    private static Optional<Double> within(YamlValue value, int most) {
        Optional<Double> number = value.number();
        if (number.isPresent() && (number.get() < 0 || number.get() > most)) {
            value.error("\"%s\" must lie between 0 and %d".formatted(value.path(), most));
            return Optional.empty();
        }
        return number;
    }
}
