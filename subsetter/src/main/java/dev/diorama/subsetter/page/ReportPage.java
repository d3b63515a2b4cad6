package dev.diorama.subsetter.page;

import dev.diorama.subsetter.report.MissingIndex;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.report.TableReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a report as one HTML page. It loads nothing and runs nothing, and its content security policy makes sure of
 * that, whatever tables are called. Pure.
 */
public final class ReportPage {
    private ReportPage() {}

    /** The whole file. */
    public static String of(SubsetReport report) {
        SummarySection summary = new SummarySection(report);
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <link rel="icon" href="data:,">
                <title>Sample of %s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s
                <main>
                %s
                </main>
                <footer>
                <p>Made by Diorama %s. This file is all there is: it loads nothing.</p>
                </footer>
                </body>
                </html>
                """
                .formatted(
                        Html.text(summary.title()),
                        style(),
                        summary.html(),
                        sections(report),
                        Html.text(report.run().toolVersion()));
    }

    private static String sections(SubsetReport report) {
        List<TableReport> tables =
                report.tables().stream().sorted(TableOrder.SIZE.comparator()).toList();
        return Stream.of(
                        new ChartSection(tables).html(),
                        new MissedSection(report).html(),
                        missingIndexes(report.missingIndexes()),
                        list(
                                "Foreign keys that are NOT VALID in the source, and so here",
                                report.foreignKeys().notValid()),
                        new MaskSection(report.masks()).html(),
                        list("Notices", report.notices()),
                        new PhaseSection(report.phases(), report.duration()).html(),
                        new TableSection(tables).html())
                .filter(section -> !section.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String missingIndexes(List<MissingIndex> missing) {
        if (missing.isEmpty()) {
            return "";
        }
        return """
                <section>
                <h2>Missing indexes</h2>
                <p>For want of these, large tables of the source were read from one end to the other.</p>
                <pre>%s</pre>
                </section>"""
                .formatted(Html.each(
                        missing,
                        index -> Html.text("-- foreign key \"%s\"".formatted(index.foreignKey()))
                                + '\n'
                                + Html.text(index.statement())));
    }

    private static String list(String title, List<String> texts) {
        return texts.isEmpty()
                ? ""
                : "<section>%n<h2>%s</h2>%n<ul>%n%s%n</ul>%n</section>"
                        .formatted(Html.text(title), Html.each(texts, text -> "<li>" + Html.text(text) + "</li>"));
    }

    private static String style() {
        try (InputStream file = Objects.requireNonNull(ReportPage.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("page.css is in the jar", e);
        }
    }
}
