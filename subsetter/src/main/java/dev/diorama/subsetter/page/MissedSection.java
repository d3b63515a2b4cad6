package dev.diorama.subsetter.page;

import dev.diorama.subsetter.report.Overshoot;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.words.Amounts;
import java.util.Comparator;
import java.util.List;

/** The tables that are not within a tenth of their targets, with the foreign keys that are why and what each cost. Pure. */
record MissedSection(SubsetReport report) {
    /** More of them are folded, so that they do not hide what comes after. */
    private static final int MOST_AT_ONCE = 20;

    private static final int MOST_REASONS = 3;

    String html() {
        List<TableReport> missed = report.tables().stream()
                .filter(table -> table.why().isPresent())
                .sorted(Comparator.<TableReport>comparingLong(table -> table.distance())
                        .reversed())
                .toList();
        if (missed.isEmpty()) {
            return """
                    <section id="missed">
                    <h2>Every table keeps its budget</h2>
                    <p>Each has its target's rows, give or take a tenth.</p>
                    </section>""";
        }
        List<TableReport> first = missed.subList(0, Math.min(MOST_AT_ONCE, missed.size()));
        List<TableReport> others = missed.subList(first.size(), missed.size());
        return """
                <section id="missed">
                <h2>%s not within a tenth of the target</h2>
                %s%s
                </section>"""
                .formatted(Amounts.count(missed.size(), "table"), table(first), folded(others));
    }

    private String folded(List<TableReport> others) {
        return others.isEmpty()
                ? ""
                : "<details>%n<summary>%s more</summary>%n%s</details>"
                        .formatted(Amounts.count(others.size()), table(others));
    }

    private String table(List<TableReport> tables) {
        return """
                <div class="scroll" role="region" aria-label="Tables that missed their targets" tabindex="0">
                <table>
                <thead><tr><th scope="col">Table</th><th scope="col">Target</th><th scope="col">Rows</th>\
                <th scope="col">From target</th><th scope="col">Because</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                </div>
                """
                .formatted(Html.each(tables, this::row));
    }

    private String row(TableReport table) {
        PointKind kind = PointKind.of(table, table.law());
        long distance = table.rows() - table.targetRows();
        return """
                <tr><th scope="row">%s</th><td>%s</td><td>%s</td><td class="%s">%s%s</td><td class="why">%s</td></tr>"""
                .formatted(
                        Html.name(table.name()),
                        Amounts.count(table.targetRows()),
                        Amounts.count(table.rows()),
                        kind.style(),
                        distance > 0 ? "+" : "−",
                        Amounts.count(Math.abs(distance)),
                        because(table));
    }

    private String because(TableReport table) {
        List<Overshoot> overshoots = report.overshoots().stream()
                .filter(overshoot -> overshoot.table().equals(table.name()))
                .toList();
        if (table.rows() <= table.targetRows() || overshoots.isEmpty()) {
            return Html.text(table.why().orElse(""));
        }
        List<Overshoot> first = overshoots.subList(0, Math.min(MOST_REASONS, overshoots.size()));
        List<Overshoot> others = overshoots.subList(first.size(), overshoots.size());
        return "<ul>%n%s%s%n</ul>".formatted(Html.each(first, MissedSection::cost), together(others));
    }

    private static String together(List<Overshoot> others) {
        long rows = others.stream().mapToLong(Overshoot::rows).sum();
        return others.isEmpty()
                ? ""
                : "%n<li>%s by %s</li>"
                        .formatted(Amounts.count(rows, "row"), Amounts.count(others.size(), "other key"));
    }

    private static String cost(Overshoot overshoot) {
        return "<li>%s by %s <b>%s</b><br><small>%s</small></li>"
                .formatted(
                        Amounts.count(overshoot.rows(), "row"),
                        overshoot.foreignKey().isPresent() ? "foreign key" : "the configured reference",
                        Html.name(overshoot.foreignKey().orElse("")),
                        Html.text(overshoot.reference()));
    }
}
