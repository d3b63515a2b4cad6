package dev.diorama.subsetter.page;

import dev.diorama.subsetter.report.LawText;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.words.Amounts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Every table in a table. Its order can be chosen without a script: each row knows its place in every order, and the
 * style sheet puts it where the checked radio button says. Pure.
 *
 * @param tables the tables in the order of {@link TableOrder#SIZE}
 */
record TableSection(List<TableReport> tables) {
    /** What a row is called, so that a link can lead to it. */
    static String id(int row) {
        return "t" + row;
    }

    String html() {
        List<String> places = places();
        return """
                <section class="tables" id="tables">
                <h2>Tables</h2>
                <fieldset>
                <legend>Sort by</legend>
                %s
                </fieldset>
                <div class="scroll" role="region" aria-label="Tables" tabindex="0">
                <table role="table">
                <thead role="rowgroup"><tr role="row">
                <th role="columnheader" scope="col">Table</th>
                <th role="columnheader" scope="col">Source rows</th>
                <th role="columnheader" scope="col">Law</th>
                <th role="columnheader" scope="col">Target</th>
                <th role="columnheader" scope="col">Rows</th>
                <th role="columnheader" scope="col">From target</th>
                <th role="columnheader" scope="col">Size</th>
                </tr></thead>
                <tbody role="rowgroup">
                %s
                </tbody>
                </table>
                </div>
                </section>"""
                .formatted(
                        Html.each(Arrays.asList(TableOrder.values()), TableSection::choice),
                        Html.each(
                                IntStream.range(0, tables.size()).boxed().toList(),
                                row -> row(row, tables.get(row), places.get(row))));
    }

    /** For each row its place in every order but its own. */
    private List<String> places() {
        List<StringJoiner> places =
                tables.stream().map(table -> new StringJoiner(";")).toList();
        for (TableOrder order : TableOrder.values()) {
            if (order == TableOrder.SIZE) {
                continue;
            }
            List<Integer> sorted = IntStream.range(0, tables.size())
                    .boxed()
                    .sorted(Comparator.comparing(tables::get, order.comparator()))
                    .toList();
            for (int place = 0; place < sorted.size(); place++) {
                places.get(sorted.get(place)).add("--%s:%d".formatted(order.id(), place));
            }
        }
        return places.stream().map(StringJoiner::toString).toList();
    }

    private static String choice(TableOrder order) {
        return "<label><input type=\"radio\" name=\"order\" id=\"%s\"%s> %s</label>"
                .formatted(order.id(), order == TableOrder.SIZE ? " checked" : "", order.label());
    }

    private static String row(int row, TableReport table, String style) {
        PointKind kind = PointKind.of(table, table.law());
        return """
                <tr role="row" id="%s" style="%s"><th role="rowheader" scope="row">%s</th>\
                <td role="cell">%s</td><td role="cell" class="law">%s</td><td role="cell">%s</td><td role="cell">%s</td>\
                <td role="cell" class="%s">%s</td><td role="cell">%s</td></tr>"""
                .formatted(
                        id(row),
                        style,
                        Html.name(table.name()),
                        sourceRows(table),
                        Html.text(LawText.of(table.law())),
                        Amounts.count(table.targetRows()),
                        Amounts.count(table.rows()),
                        kind.style(),
                        distance(table.rows() - table.targetRows()),
                        Amounts.bytes(table.bytes()));
    }

    private static String sourceRows(TableReport table) {
        return switch (table.knownBy()) {
            case COUNT -> Amounts.count(table.sourceRows());
            case ESTIMATE -> "<span title=\"estimated\">about %s</span>".formatted(Amounts.count(table.sourceRows()));
        };
    }

    private static String distance(long rows) {
        if (rows == 0) {
            return "";
        }
        return (rows > 0 ? "+" : "−") + Amounts.count(Math.abs(rows));
    }
}
