package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.masking.Masking;
import dev.diorama.subsetter.yaml.NearestWord;
import dev.diorama.subsetter.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person said about personal data. Immutable.
 *
 * @param unclassified what happens to personal data that no rule speaks of
 * @param locale whose names, streets and companies masks have
 * @param rules what is said about columns; a rule that names its column goes before patterns, a later pattern before an
 *     earlier one
 */
public record MaskConfiguration(Unclassified unclassified, Locale locale, List<MaskRule> rules) {
    /** The configuration of those who say nothing. */
    public static final MaskConfiguration DEFAULT = new MaskConfiguration(Unclassified.MASK, Locale.ENGLISH, List.of());

    private static final List<String> CHOICES = List.of("mask", "stop");

    /** What happens to personal data that is found and that nobody has classified. */
    public enum Unclassified {
        /** It is masked as the scan proposes, and the report says so. */
        MASK,
        /** Nothing is copied. */
        STOP
    }

    public MaskConfiguration {
        rules = List.copyOf(rules);
    }

    /** Reads the keys of {@code sample:} that are about personal data. */
    static MaskConfiguration read(YamlMapping sample) {
        List<MaskRule> rules = new ArrayList<>();
        sample.optionalMapping("mask").ifPresent(mask -> mask.entries()
                .forEach((name, value) -> MaskRuleReader.read(name, value).ifPresent(rules::add)));
        return new MaskConfiguration(unclassified(sample), locale(sample), rules);
    }

    private static Unclassified unclassified(YamlMapping sample) {
        return sample.optional("unclassified")
                .flatMap(value -> value.text().map(text -> {
                    if (!CHOICES.contains(text)) {
                        value.error(
                                text.equals("keep")
                                        ? "\"%s\" must be mask or stop: what may stay must be said column by column, under mask: like users.nickname: {keep: \"public by design\"}"
                                                .formatted(value.path())
                                        : "\"%s\" must be mask or stop, not \"%s\"%s"
                                                .formatted(value.path(), text, NearestWord.didYouMean(text, CHOICES)));
                    }
                    return text.equals("stop") ? Unclassified.STOP : Unclassified.MASK;
                }))
                .orElse(Unclassified.MASK);
    }

    private static Locale locale(YamlMapping sample) {
        return sample.optional("locale")
                .flatMap(value -> value.text().map(text -> {
                    Locale found = Locale.forLanguageTag(text);
                    if (found.getLanguage().isEmpty()) {
                        value.error("\"%s\" must be a language like en, de or pt-BR, not \"%s\""
                                .formatted(value.path(), text));
                    }
                    return found;
                }))
                .orElse(Locale.ENGLISH);
    }

    /** What is said about a column; nothing if nobody has classified it. */
    public Optional<MaskRule> ruleFor(TableName table, String column) {
        Stream<MaskRule> exact = rules.stream().filter(MaskRule::isExact);
        Stream<MaskRule> patterns = rules.reversed().stream().filter(rule -> !rule.isExact());
        return Stream.concat(exact, patterns)
                .filter(rule -> rule.matches(table, column))
                .findFirst();
    }

    /** How a column is masked; nothing if nobody has classified it. */
    public Optional<Masking> maskingFor(TableName table, String column) {
        return ruleFor(table, column).map(MaskRule::masking);
    }
}
