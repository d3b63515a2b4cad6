package dev.diorama.subsetter.page;

import dev.diorama.subsetter.report.LawText;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.words.Amounts;
import dev.diorama.subsetter.words.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of each table in the source and in the sample as a point on log-log paper, against the lines that laws draw
 * there. Pure.
 *
 * @param tables the tables, in the order of the page's table, to which the points lead
 * @param laws their laws
 * @param size how large it is
 */
record LawChart(List<TableReport> tables, Laws laws, ChartSize size) {
    String svg() {
        Paper paper = new Paper(tables, size);
        return """
                <svg class="chart %1$s" viewBox="0 0 %2$s %3$s" role="img" aria-labelledby="%1$s-title %1$s-desc">
                <title id="%1$s-title">Rows of each table in the source and in the sample</title>
                <desc id="%1$s-desc">%4$s</desc>
                <clipPath id="%1$s-paper"><path d="%5$s"/></clipPath>
                <g>
                %6$s
                </g>
                <g clip-path="url(#%1$s-paper)">
                %7$s
                </g>
                <g class="points">
                %8$s
                </g>
                <g>
                %9$s
                </g>
                </svg>"""
                .formatted(
                        size.style(),
                        Html.number(size.width()),
                        Html.number(size.height()),
                        Html.text(laws.described(tables)),
                        paper.edge(),
                        paper.grid(),
                        Html.each(laws.lines(), line -> line(line, paper)),
                        points(paper),
                        new PointNames(tables, laws, size, paper).svg());
    }

    private static String line(Laws.Line line, Paper paper) {
        return "<path class=\"%s\" d=\"%s\"><title>%s</title></path>"
                .formatted(line.style(), Svg.along(paper.places(line.law())), Html.text(line.title()));
    }

    /** What missed its law comes last, so that it lies above the others. */
    private String points(Paper paper) {
        List<String> kept = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        IntStream.range(0, tables.size())
                .filter(row -> tables.get(row).sourceRows() > 0)
                .forEach(row -> {
                    TableReport table = tables.get(row);
                    PointKind kind = PointKind.of(table, laws.most());
                    (kind.isMissed() ? missed : kept).add(point(row, table, kind, paper));
                });
        kept.addAll(missed);
        return String.join("\n", kept);
    }

    private static String point(int row, TableReport table, PointKind kind, Paper paper) {
        Place target = paper.place(table.sourceRows(), table.targetRows());
        Place place = paper.place(table.sourceRows(), table.rows());
        String gap = kind.isMissed() ? Svg.line("gap " + kind.style(), target, place) : "";
        return "%s<a href=\"#%s\" tabindex=\"-1\">%s</a>"
                .formatted(gap, TableSection.id(row), kind.mark(place, "<title>%s</title>".formatted(title(table))));
    }

    private static String title(TableReport table) {
        String target = table.distance() == 0 ? "as many as" : Amounts.count(table.targetRows()) + " is what";
        return Html.text(Printable.of(table.name()))
                + '\n'
                + Html.text("%s rows in the source, %s in the sample"
                        .formatted(Amounts.count(table.sourceRows()), Amounts.count(table.rows())))
                + '\n'
                + Html.text("%s its law, %s, asks for".formatted(target, LawText.of(table.law())));
    }
}
