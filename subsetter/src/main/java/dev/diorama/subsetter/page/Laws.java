package dev.diorama.subsetter.page;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.diorama.subsetter.report.LawText;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.words.Amounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The laws that tables keep. Pure.
 *
 * @param all each of them, that of the most tables first
 */
record Laws(List<SizeLaw> all) {
    private static final int MOST_OTHERS = 3;

    /**
     * The line that a law draws.
     *
     * @param law the law
     * @param style the class of its style
     * @param title what it is called
     */
    record Line(SizeLaw law, String style, String title) {}

    Laws {
        all = List.copyOf(all);
    }

    static Laws of(List<TableReport> tables) {
        Map<SizeLaw, Long> counts =
                tables.stream().map(TableReport::law).collect(groupingBy(law -> law, LinkedHashMap::new, counting()));
        return new Laws(counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** The law of the most tables. */
    SizeLaw most() {
        return all.isEmpty() ? new SizeLaw.Logarithmic() : all.getFirst();
    }

    /** The lines to draw: every row as a limit, then the less frequent laws, and the law of the most tables above all. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(new SizeLaw.All(), "limit", "every row"));
        all.stream()
                .skip(1)
                .filter(law -> !(law instanceof SizeLaw.All || law instanceof SizeLaw.None))
                .limit(MOST_OTHERS)
                .forEach(law -> lines.add(new Line(law, "law other", LawText.of(law))));
        Stream.of(most())
                .filter(law -> !(law instanceof SizeLaw.None))
                .forEach(law -> lines.add(new Line(law, "law", LawText.of(law))));
        return lines;
    }

    /** The chart in words. */
    String described(List<TableReport> tables) {
        List<TableReport> drawn =
                tables.stream().filter(table -> table.sourceRows() > 0).toList();
        Map<PointKind, Long> kinds =
                drawn.stream().collect(groupingBy(table -> PointKind.of(table, most()), counting()));
        return ("A point for each of %s on paper with two logarithmic scales, and the line of the law %s: %s within a"
                        + " tenth of what their laws ask for, %s over, %s under. The table below has the numbers.")
                .formatted(
                        Amounts.count(drawn.size(), "table"),
                        LawText.of(most()),
                        Amounts.count(
                                kinds.getOrDefault(PointKind.WITHIN, 0L) + kinds.getOrDefault(PointKind.OTHER_LAW, 0L)),
                        Amounts.count(kinds.getOrDefault(PointKind.OVER, 0L)),
                        Amounts.count(kinds.getOrDefault(PointKind.UNDER, 0L)));
    }
}
