package dev.diorama.subsetter.page;

import dev.diorama.subsetter.report.RunDescription;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.selection.RowsKnownBy;
import dev.diorama.subsetter.words.Amounts;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What the page says first: which sample it is, and a handful of numbers. Pure. */
record SummarySection(SubsetReport report) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private record Figure(String name, String value, String beside) {
        String html() {
            return "<div><dt>%s</dt><dd>%s <small>%s</small></dd></div>"
                    .formatted(Html.text(name), Html.text(value), Html.text(beside));
        }
    }

    String html() {
        RunDescription run = report.run();
        return """
                <header>
                <h1>Sample of %s</h1>
                <p>From <code>%s</code> to <code>%s</code>, <time datetime="%s">%s</time></p>
                <dl class="figures">
                %s
                </dl>
                </header>"""
                .formatted(
                        Html.name(title()),
                        Html.text(run.source()),
                        Html.text(run.target()),
                        run.startedAt(),
                        TIME.format(run.startedAt()),
                        Html.each(figures(), Figure::html));
    }

    /** The source's name, without where it is. */
    String title() {
        String url = report.run().source().replaceFirst("\\?.*$", "");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private List<Figure> figures() {
        boolean estimated = report.tables().stream().anyMatch(table -> table.knownBy() == RowsKnownBy.ESTIMATE);
        long missed = report.tables().stream()
                .map(TableReport::why)
                .filter(why -> why.isPresent())
                .count();
        return List.of(
                new Figure(
                        "Rows",
                        Amounts.count(report.rows()),
                        "of %s%s".formatted(estimated ? "about " : "", Amounts.count(report.sourceRows()))),
                new Figure("Size", Amounts.bytes(report.bytes()), "as copied"),
                new Figure(
                        "Tables",
                        Amounts.count(report.tables().size()),
                        missed == 0 ? "each within its budget" : "%s off target".formatted(Amounts.count(missed))),
                new Figure(
                        "Foreign keys",
                        Amounts.count(report.validatedKeys()),
                        "of %s validated".formatted(Amounts.count(report.declaredKeys()))),
                new Figure("Time", Amounts.seconds(report.duration()), "from start to end"),
                new Figure("Seed", Long.toString(report.run().seed()), "for the same rows again"));
    }
}
