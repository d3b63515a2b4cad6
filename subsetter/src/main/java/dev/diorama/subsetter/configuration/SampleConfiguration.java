package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.yaml.ConfigurationException;
import dev.diorama.subsetter.yaml.NearestWord;
import dev.diorama.subsetter.yaml.YamlDocument;
import dev.diorama.subsetter.yaml.YamlMapping;
import dev.diorama.subsetter.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person said about the sample: the law for all tables and the exceptions from it. Immutable.
 *
 * @param law how many rows a table keeps that no rule speaks of
 * @param rules what is said about particular tables; a rule that names its table goes before patterns, a later pattern
 *     before an earlier one
 */
public record SampleConfiguration(SizeLaw law, List<TableRule> rules) {
    /** The configuration of those who say nothing. */
    public static final SampleConfiguration DEFAULT = new SampleConfiguration(new SizeLaw.Logarithmic(), List.of());

    public SampleConfiguration {
        rules = List.copyOf(rules);
    }

    /**
     * Reads the mapping under {@code sample:}. Errors are recorded in its document, whose {@code finish()} throws them.
     */
    public static SampleConfiguration read(YamlMapping sample) {
        SizeLaw law = sample.optional("law").flatMap(LawReader::read).orElse(new SizeLaw.Logarithmic());
        List<TableRule> rules = new ArrayList<>();
        sample.optionalMapping("tables").ifPresent(tables -> tables.entries()
                .forEach((pattern, value) -> rule(pattern, value).ifPresent(rules::add)));
        return new SampleConfiguration(law, rules);
    }

    /**
     * Reads a file that may hold a mapping under {@code sample:} and nothing else that concerns the sample.
     *
     * @param fileName what messages call the file
     * @throws ConfigurationException with everything that is wrong under {@code sample:}
     */
    public static SampleConfiguration parse(String fileName, String text) {
        YamlDocument document = YamlDocument.parse(fileName, text);
        SampleConfiguration configuration = document.root()
                .optionalMapping("sample")
                .map(SampleConfiguration::read)
                .orElse(DEFAULT);
        // The rest of the file is for others, but a word that was meant to be this one is not.
        document.root().ignoreKeysUnlike("sample");
        document.finish();
        return configuration;
    }

    /** How many rows that table keeps. */
    public SizeLaw lawFor(TableName table) {
        Stream<TableRule> exact = rules.stream().filter(TableRule::isExact);
        Stream<TableRule> patterns = rules.reversed().stream().filter(rule -> !rule.isExact());
        return Stream.concat(exact, patterns)
                .filter(rule -> rule.matches(table))
                .findFirst()
                .map(TableRule::law)
                .orElseGet(() -> HistoryTables.contain(table) ? new SizeLaw.All() : law);
    }

    /**
     * Throws if a rule names a table that is not there: it is a typo, or the table was dropped.
     *
     * @param tables the tables of the source
     */
    public void requireTables(Collection<TableName> tables) {
        List<String> names = tables.stream().map(TableName::toString).toList();
        List<String> errors = rules.stream()
                .filter(TableRule::isExact)
                .filter(rule -> tables.stream().noneMatch(rule::matches))
                .map(rule -> "%s: The source has no table \"%s\"%s"
                        .formatted(rule.position(), rule.pattern(), NearestWord.didYouMean(rule.pattern(), names)))
                .toList();
        if (!errors.isEmpty()) {
            throw new ConfigurationException(errors);
        }
    }

    private static Optional<TableRule> rule(String pattern, YamlValue value) {
        return LawReader.read(value).map(law -> new TableRule(pattern, law, value.position()));
    }
}
