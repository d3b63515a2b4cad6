package dev.diorama.subsetter.command;

import dev.diorama.subsetter.SubsetPlan;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.report.TableReport;
import java.util.List;
import java.util.Locale;

/** Writes what a run did, or would do, as a table that people read. */
final class ReportText {
    private static final String HEADER = "table";

    private ReportText() {}

    static String of(SubsetPlan plan) {
        return table(plan.tables());
    }

    static String of(SubsetReport report) {
        return String.format(
                Locale.ROOT,
                "%s%n%,d of %,d rows in %s; %d of %d foreign keys validated by PostgreSQL%n",
                table(report.tables()),
                report.rows(),
                report.sourceRows(),
                report.target(),
                report.validatedKeys(),
                report.declaredKeys());
    }

    private static String table(List<TableReport> tables) {
        int width = tables.stream()
                .mapToInt(table -> table.name().toString().length())
                .reduce(HEADER.length(), Math::max);
        String line = "%-" + width + "s %15s %12s %12s";
        StringBuilder text = new StringBuilder();
        text.append(line.formatted(HEADER, "source rows", "target", "rows").stripTrailing())
                .append(System.lineSeparator());
        for (TableReport table : tables) {
            text.append(line.formatted(
                            table.name(), count(table.sourceRows()), count(table.targetRows()), count(table.rows())))
                    .append(table.why().map("  "::concat).orElse(""))
                    .append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
