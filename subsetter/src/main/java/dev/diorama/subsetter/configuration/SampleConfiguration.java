package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.yaml.ConfigurationException;
import dev.diorama.subsetter.yaml.YamlDocument;
import dev.diorama.subsetter.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person said about the sample: the law for all tables, the exceptions from it, the references that the
 * schema does not declare, and how personal data is masked. Immutable.
 *
 * @param law how many rows a table keeps that no rule speaks of
 * @param rules what is said about particular tables; a rule that names its table goes before patterns, a later pattern
 *     before an earlier one
 * @param references the references that the schema does not declare
 * @param masks how personal data is masked
 */
public record SampleConfiguration(
        SizeLaw law, List<TableRule> rules, List<ConfiguredReference> references, MaskConfiguration masks) {
    /** The configuration of those who say nothing. */
    public static final SampleConfiguration DEFAULT =
            new SampleConfiguration(new SizeLaw.Logarithmic(), List.of(), List.of(), MaskConfiguration.DEFAULT);

    public SampleConfiguration {
        rules = List.copyOf(rules);
        references = List.copyOf(references);
    }

    /**
     * Reads the mapping under {@code sample:}. Errors are recorded in its document, whose {@code finish()} throws them.
     */
    public static SampleConfiguration read(YamlMapping sample) {
        SizeLaw law = sample.optional("law").flatMap(LawReader::read).orElse(new SizeLaw.Logarithmic());
        List<TableRule> rules = new ArrayList<>();
        sample.optionalMapping("tables")
                .ifPresent(tables -> tables.entries().forEach((pattern, value) -> TableRuleReader.read(pattern, value)
                        .ifPresent(rules::add)));
        List<ConfiguredReference> references = sample.list("references").stream()
                .flatMap(value -> ReferenceReader.read(value).stream())
                .toList();
        return new SampleConfiguration(law, rules, references, MaskConfiguration.read(sample));
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

    /**
     * What is said about that table. Its law and its condition each come from the first rule that gives one; rows that
     * are always in the sample come from every rule.
     */
    public TableSettings settingsFor(TableName table) {
        List<TableRule> matching = rulesFor(table).toList();
        SizeLaw tablesLaw = matching.stream()
                .flatMap(rule -> rule.law().stream())
                .findFirst()
                .orElseGet(() -> HistoryTables.contain(table) ? new SizeLaw.All() : law);
        Optional<SqlPredicate> where =
                matching.stream().flatMap(rule -> rule.where().stream()).findFirst();
        List<Always> always =
                matching.stream().flatMap(rule -> rule.always().stream()).toList();
        return new TableSettings(tablesLaw, where, always);
    }

    /** How many rows that table keeps. */
    public SizeLaw lawFor(TableName table) {
        return settingsFor(table).law();
    }

    /**
     * Throws if a rule or a reference names what the source does not have: it is a typo, or it was dropped.
     *
     * @throws ConfigurationException with everything that does not fit
     */
    public void requireFits(Catalog catalog) {
        new CatalogFit(catalog, this).require();
    }

    /**
     * The references with the tables that they name.
     *
     * @throws ConfigurationException where {@link #requireFits} does
     */
    public List<UndeclaredReference> referencesIn(Catalog catalog) {
        return new CatalogFit(catalog, this).require();
    }

    private Stream<TableRule> rulesFor(TableName table) {
        Stream<TableRule> exact = rules.stream().filter(TableRule::isExact);
        Stream<TableRule> patterns = rules.reversed().stream().filter(rule -> !rule.isExact());
        return Stream.concat(exact, patterns).filter(rule -> rule.matches(table));
    }
}
