package dev.diorama.subsetter.page;

import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.words.Amounts;
import java.util.ArrayList;
import java.util.List;

/**
 * The chart, once for screens and once for telephones, and what its marks mean. Pure.
 *
 * @param tables the tables in the order of the page's table
 */
record ChartSection(List<TableReport> tables) {
    String html() {
        Laws laws = Laws.of(tables);
        return """
                <section id="chart">
                <h2>Rows in the source and in the sample</h2>
                <figure>
                %s
                %s
                <figcaption>
                %s
                </figcaption>
                </figure>
                </section>"""
                .formatted(
                        new LawChart(tables, laws, ChartSize.WIDE).svg(),
                        new LawChart(tables, laws, ChartSize.NARROW).svg(),
                        String.join("\n", legend(laws)));
    }

    private List<String> legend(Laws laws) {
        List<String> entries = new ArrayList<>();
        for (PointKind kind : PointKind.values()) {
            if (tables.stream().anyMatch(table -> table.sourceRows() > 0 && PointKind.of(table, laws.most()) == kind)) {
                entries.add(entry(kind.mark(new Place(10, 8), ""), meaning(kind)));
            }
        }
        for (Laws.Line line : laws.lines().reversed()) {
            entries.add(entry("<path class=\"%s\" d=\"M0 8H20\"/>".formatted(line.style()), Html.text(line.title())));
        }
        long empty = tables.stream().filter(table -> table.sourceRows() == 0).count();
        if (empty > 0) {
            entries.add("<span>%s not shown</span>".formatted(Amounts.count(empty, "empty table")));
        }
        return entries;
    }

    private static String meaning(PointKind kind) {
        return switch (kind) {
            case WITHIN -> "within a tenth of what the law asks for";
            case OTHER_LAW -> "within a tenth of what a law of its own asks for";
            case OVER -> "over";
            case UNDER -> "under";
        };
    }

    private static String entry(String mark, String meaning) {
        return "<span><svg class=\"mark\" viewBox=\"0 0 20 16\" aria-hidden=\"true\">%s</svg>%s</span>"
                .formatted(mark, meaning);
    }
}
