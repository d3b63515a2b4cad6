package dev.diorama.subsetter.command;

import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.selection.RowsKnownBy;
import dev.diorama.subsetter.words.Amounts;
import dev.diorama.subsetter.words.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tables and their rows in columns. Of many tables only those are named that have the most rows or missed their
 * targets; the last line speaks for the others. Pure.
 *
 * @param tables the tables, by name
 * @param knownBy how the rows of the sample are known: a plan can only estimate them
 */
record ReportTable(List<TableReport> tables, RowsKnownBy knownBy) {
    private static final int MOST_LINES = 50;
    private static final List<String> HEADER = List.of("table", "source rows", "target", "rows", "size", "");

    /** The header and a line for each table. */
    Stream<String> lines() {
        List<TableReport> named = named();
        List<List<String>> cells = new ArrayList<>(List.of(HEADER));
        named.forEach(table -> cells.add(cells(table)));
        if (named.size() < tables.size()) {
            cells.add(others(new ArrayList<>(tables), Set.copyOf(named)));
        }
        List<Integer> widths = IntStream.range(0, HEADER.size())
                .map(column -> cells.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return cells.stream().map(row -> line(row, widths));
    }

    private List<TableReport> named() {
        if (tables.size() <= MOST_LINES) {
            return tables;
        }
        List<TableReport> byInterest = new ArrayList<>(tables);
        byInterest.sort(Comparator.<TableReport, Boolean>comparing(
                        table -> table.why().isEmpty())
                .thenComparing(Comparator.comparingLong(TableReport::rows).reversed()));
        Set<TableReport> interesting = Set.copyOf(byInterest.subList(0, MOST_LINES));
        return tables.stream().filter(interesting::contains).toList();
    }

    private List<String> cells(TableReport table) {
        return List.of(
                Printable.of(table.name()),
                rows(table.sourceRows(), table.knownBy()),
                Amounts.count(table.targetRows()),
                rows(table.rows(), knownBy),
                bytes(table.bytes()),
                table.why().isEmpty() ? "" : table.rows() > table.targetRows() ? "over" : "under");
    }

    private List<String> others(List<TableReport> tables, Set<TableReport> named) {
        tables.removeAll(named);
        RowsKnownBy sourceKnownBy = tables.stream()
                .map(TableReport::knownBy)
                .max(Comparator.naturalOrder())
                .orElse(RowsKnownBy.COUNT);
        return List.of(
                Amounts.count(tables.size(), "other table"),
                rows(tables.stream().mapToLong(TableReport::sourceRows).sum(), sourceKnownBy),
                Amounts.count(tables.stream().mapToLong(TableReport::targetRows).sum()),
                rows(tables.stream().mapToLong(TableReport::rows).sum(), knownBy),
                bytes(tables.stream().mapToLong(TableReport::bytes).sum()),
                "");
    }

    private static String rows(long rows, RowsKnownBy knownBy) {
        return mark(rows, knownBy) + Amounts.count(rows);
    }

    private String bytes(long bytes) {
        return mark(bytes, knownBy) + Amounts.bytes(bytes);
    }

    private static String mark(long amount, RowsKnownBy knownBy) {
        return switch (knownBy) {
            case COUNT -> "";
            case ESTIMATE -> amount == 0 ? "" : "~";
        };
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    String padding =
                            " ".repeat(widths.get(column) - cells.get(column).length());
                    boolean text = column == 0 || column == cells.size() - 1;
                    return text ? cells.get(column) + padding : padding + cells.get(column);
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
