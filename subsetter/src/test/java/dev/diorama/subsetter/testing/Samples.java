package dev.diorama.subsetter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.catalog.NamePattern;
import dev.diorama.subsetter.configuration.MaskConfiguration;
import dev.diorama.subsetter.configuration.MaskRule;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.masking.Masking;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.yaml.YamlPosition;
import java.util.List;
import java.util.Locale;

/** Makes samples and checks what must hold for every one of them. */
public final class Samples {
    private Samples() {}

    /** A sample and what the run said of it. */
    public record Sample(ConnectionUrl source, ConnectionUrl url, SubsetReport report) {
        /** The report's line for a table. */
        public TableReport table(String name) {
            return report.tables().stream()
                    .filter(table -> table.name().toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No table " + name + " in the report"));
        }
    }

    /** The same without masks, for tests that compare what arrives with what was sent. */
    public static SampleConfiguration unmasked(SampleConfiguration configuration) {
        MaskRule keep = new MaskRule(
                new NamePattern("*"),
                new NamePattern("*"),
                new Masking.Keep("a test compares it"),
                new YamlPosition("test", 1, 1));
        return new SampleConfiguration(
                configuration.law(),
                configuration.rules(),
                configuration.references(),
                new MaskConfiguration(MaskConfiguration.Unclassified.MASK, Locale.ENGLISH, List.of(keep)));
    }

    /** Makes a sample by the default configuration. */
    public static Sample of(ConnectionUrl source) {
        return of(source, "", 1);
    }

    /** Makes a sample by a configuration and checks it. */
    public static Sample of(ConnectionUrl source, String yaml, long seed) {
        return of(source, Server.url(Server.newName("sample")), yaml, seed);
    }

    /** Makes a sample on any server and checks it. */
    public static Sample of(ConnectionUrl source, ConnectionUrl target, String yaml, long seed) {
        SampleConfiguration configuration = SampleConfiguration.parse("diorama.yml", yaml);
        SubsetRequest request = SubsetRequest.of(source, target, seed)
                .withConfiguration(configuration)
                .withLimits(SourceLimits.DEFAULT.withJobs(2));
        SubsetReport report = Subsetter.run(request, SubsetListener.SILENT);
        Sample sample = new Sample(source, target, report);
        check(sample);
        return sample;
    }

    private static void check(Sample sample) {
        Orphans.Result orphans = Orphans.in(sample.url());
        assertThat(orphans.orphans()).isEmpty();
        assertThat(orphans.keys()).isEqualTo(sample.report().declaredKeys());
        for (TableReport table : sample.report().tables()) {
            String name = "\"%s\".\"%s\""
                    .formatted(table.name().schema(), table.name().table());
            boolean partitioned = Server.number(
                            sample.url(),
                            "SELECT count(*) FROM pg_class WHERE oid = '%s'::regclass AND relkind = 'p'"
                                    .formatted(name))
                    > 0;
            assertThat(Server.number(
                            sample.url(), "SELECT count(*) FROM %s %s".formatted(partitioned ? "" : "ONLY", name)))
                    .as("rows of %s", table.name())
                    .isEqualTo(table.rows());
            boolean within = Math.abs(table.rows() - table.targetRows()) <= table.targetRows() * 0.1;
            assertThat(table.why().isEmpty())
                    .as("%s: %d of %d rows, because %s", table.name(), table.rows(), table.targetRows(), table.why())
                    .isEqualTo(within);
        }
    }
}
