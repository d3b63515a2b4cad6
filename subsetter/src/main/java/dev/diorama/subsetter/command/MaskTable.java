package dev.diorama.subsetter.command;

import dev.diorama.subsetter.privacy.MaskReport;
import dev.diorama.subsetter.words.Amounts;
import dev.diorama.subsetter.words.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was done about personal data, a line for each column, with the number of values and of different ones. Pure. */
record MaskTable(List<MaskReport> masks) {
    private static final int MOST_LINES = 50;
    private static final List<String> HEADER = List.of("column", "masker", "values", "distinct", "masks", "");
    private static final int FIRST_NUMBER = 2;
    private static final int AFTER_NUMBERS = 5;

    String text() {
        if (masks.isEmpty()) {
            return "";
        }
        List<List<String>> cells = new ArrayList<>(List.of(HEADER));
        masks.stream().limit(MOST_LINES).forEach(mask -> cells.add(cells(mask)));
        List<Integer> widths = IntStream.range(0, HEADER.size())
                .map(column -> cells.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        List<String> lines =
                new ArrayList<>(cells.stream().map(row -> line(row, widths)).toList());
        if (masks.size() > MOST_LINES) {
            lines.add("… and %d more; --report FILE names them all".formatted(masks.size() - MOST_LINES));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> cells(MaskReport mask) {
        return List.of(
                Printable.of(mask.column().toString()),
                Printable.of(mask.masker()),
                mask.values().map(values -> Amounts.count(values.rows())).orElse(""),
                mask.values()
                        .map(values -> Amounts.count(values.distinctBefore()))
                        .orElse(""),
                mask.values()
                        .map(values -> Amounts.count(values.distinctAfter()))
                        .orElse(""),
                Printable.of(mask.reason().orElse("")));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    String padding =
                            " ".repeat(widths.get(column) - cells.get(column).length());
                    boolean number = column >= FIRST_NUMBER && column < AFTER_NUMBERS;
                    return number ? padding + cells.get(column) : cells.get(column) + padding;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
