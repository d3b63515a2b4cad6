package dev.diorama.subsetter.command;

import dev.diorama.subsetter.report.MissingIndex;
import dev.diorama.subsetter.report.SubsetPlan;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.selection.RowsKnownBy;
import dev.diorama.subsetter.words.Amounts;
import dev.diorama.subsetter.words.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what a run did, or would do, as a table that people read, with what is remarkable under it. Pure. */
final class ReportText {
    private static final int MOST_EXPLANATIONS = 25;

    private ReportText() {}

    static String of(SubsetPlan plan) {
        return text(
                table(plan.tables(), RowsKnownBy.ESTIMATE),
                explanations(plan.tables()),
                "about %s of %s rows, %s, in about %s"
                        .formatted(
                                Amounts.roughly((double) plan.rows()),
                                Amounts.count(plan.sourceRows()),
                                Amounts.bytes(plan.bytes()),
                                Amounts.about(plan.duration())));
    }

    static String of(SubsetReport report) {
        return text(
                table(report.tables(), RowsKnownBy.COUNT),
                explanations(report.tables()),
                notValid(report.foreignKeys().notValid()),
                missingIndexes(report.missingIndexes()),
                new MaskTable(report.masks()).text(),
                summary(report));
    }

    private static String table(List<TableReport> tables, RowsKnownBy knownBy) {
        return new ReportTable(tables, knownBy).lines().collect(Collectors.joining(System.lineSeparator()));
    }

    private static String explanations(List<TableReport> tables) {
        List<String> all = tables.stream()
                .sorted(Comparator.<TableReport>comparingLong(table -> table.distance())
                        .reversed())
                .flatMap(table -> table.why().map(why -> Printable.of(table.name() + ": " + why)).stream())
                .toList();
        Stream<String> more = all.size() > MOST_EXPLANATIONS
                ? Stream.of("… and %d more; --report FILE names them all".formatted(all.size() - MOST_EXPLANATIONS))
                : Stream.empty();
        return Stream.concat(all.stream().limit(MOST_EXPLANATIONS), more)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String missingIndexes(List<MissingIndex> missing) {
        if (missing.isEmpty()) {
            return "";
        }
        Stream<String> statements = missing.stream()
                .map(index ->
                        Printable.of("  %s  -- foreign key \"%s\"".formatted(index.statement(), index.foreignKey())));
        return Stream.concat(
                        Stream.of("Large tables were read from one end to the other, for want of an index:"),
                        statements)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String notValid(List<String> keys) {
        return keys.isEmpty()
                ? ""
                : "NOT VALID in the source, and so in the sample: " + Printable.of(String.join("; ", keys));
    }

    private static String summary(SubsetReport report) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d rows, %s, in %s; %d of %d foreign keys validated by PostgreSQL",
                report.rows(),
                report.sourceRows(),
                Amounts.bytes(report.bytes()),
                report.run().target(),
                report.validatedKeys(),
                report.declaredKeys());
    }

    /** Paragraphs, the empty ones left out. */
    private static String text(String... paragraphs) {
        return Stream.of(paragraphs)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .collect(Collectors.joining(System.lineSeparator() + System.lineSeparator()))
                + System.lineSeparator();
    }
}
