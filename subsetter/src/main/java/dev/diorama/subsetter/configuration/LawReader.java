package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.yaml.NearestWord;
import dev.diorama.subsetter.yaml.YamlMapping;
import dev.diorama.subsetter.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a law: one of three words, a number of rows, or a mapping of one of three words to a number. */
final class LawReader {
    private static final List<String> WORDS = List.of("logarithmic", "all", "none");
    static final String EXPECTED = "logarithmic, all, none, a number of rows, {power: 0.5} or {percent: 1}";

    private LawReader() {}

    static Optional<SizeLaw> read(YamlValue value) {
        if (value.isScalar()) {
            return value.text().flatMap(text -> text.matches("-?\\d[\\d_]*") ? rows(value) : word(value, text));
        }
        if (!value.isMapping() || value.mapping().filter(YamlMapping::isEmpty).isPresent()) {
            value.error("\"%s\" must be %s".formatted(value.path(), EXPECTED));
            return Optional.empty();
        }
        return value.mapping().flatMap(mapping -> law(value, mapping, LawReader::rows));
    }

    /** The law among the keys of a table, whose {@code rows} may be any law. */
    static Optional<SizeLaw> ofTable(YamlValue value, YamlMapping mapping) {
        return law(value, mapping, LawReader::read);
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

    private static Optional<SizeLaw> law(
            YamlValue value, YamlMapping mapping, Function<YamlValue, Optional<SizeLaw>> rowsReader) {
        Optional<YamlValue> power = mapping.optional("power");
        Optional<YamlValue> percent = mapping.optional("percent");
        Optional<YamlValue> rows = mapping.optional("rows");
        long given = Stream.of(power, percent, rows).filter(Optional::isPresent).count();
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
        return rows.flatMap(rowsReader);
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
