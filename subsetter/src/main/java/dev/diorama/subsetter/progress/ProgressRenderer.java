package dev.diorama.subsetter.progress;

import dev.diorama.subsetter.progress.ProgressView.Copying;
import dev.diorama.subsetter.progress.ProgressView.TableUnderWay;
import dev.diorama.subsetter.terminal.Style;
import dev.diorama.subsetter.terminal.TerminalSize;
import dev.diorama.subsetter.words.Amounts;
import dev.diorama.subsetter.words.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a terminal shows of a phase that goes on: a line with its time and, while rows are copied, a bar, and under it
 * what is known, in as many lines as it takes. Pure.
 *
 * @param style whether words may have colours
 * @param size how large the terminal is
 */
record ProgressRenderer(Style style, TerminalSize size) {
    private static final int INDENT = PhaseLine.HEAD_WIDTH + 2;
    private static final int LONGEST_BAR = 40;
    private static final int SHORTEST_BAR = 8;
    private static final int WIDE_ENOUGH_TO_INDENT = 64;
    private static final int MOST_TABLES = 3;

    List<String> lines(ProgressView view) {
        List<String> lines = new ArrayList<>();
        if (view instanceof Copying copying) {
            lines.add(withBar(copying));
            lines.addAll(wrapped(PhaseLine.done(copying)));
            lines.addAll(wrapped(PhaseLine.speed(copying)));
            lines.addAll(tables(copying.underWay()));
        } else {
            lines.add(clipped(PhaseLine.head(view.phase(), view.elapsed())));
            lines.addAll(wrapped(PhaseLine.parts(view)));
        }
        return lines.subList(0, Math.clamp(size.rows() - 1L, 1, lines.size()));
    }

    private String withBar(Copying copying) {
        String head = PhaseLine.head(copying.phase(), copying.elapsed()) + "  ";
        List<String> tail = new ArrayList<>(List.of("%4s".formatted(PhaseLine.share(copying))));
        tail.addAll(PhaseLine.left(copying));
        String after = String.join("  ", tail);
        int bar = Math.min(LONGEST_BAR, width() - head.length() - after.length() - 1);
        if (bar < SHORTEST_BAR) {
            return head.length() + after.length() <= width()
                    ? head + after
                    : clipped(head + "%4s".formatted(PhaseLine.share(copying)));
        }
        int done = (int) Math.round(bar * copying.share());
        return head + style.accent("━".repeat(done)) + style.faint("─".repeat(bar - done)) + ' ' + after;
    }

    /** As many parts in a line as fit. */
    private List<String> wrapped(List<String> parts) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : parts) {
            String longer = line.isEmpty() ? part : line + ", " + part;
            if (!line.isEmpty() && indent() + longer.length() + 1 > width()) {
                lines.add(indented(line + ','));
                line = part;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(indented(line));
        }
        return lines;
    }

    /** The largest tables that are under way, in columns. */
    private List<String> tables(List<TableUnderWay> underWay) {
        List<TableUnderWay> tables = underWay.subList(0, Math.min(MOST_TABLES, underWay.size()));
        List<String> names =
                tables.stream().map(table -> Printable.of(table.table())).toList();
        List<String> counts = tables.stream()
                .map(table -> "%s of %s".formatted(Amounts.count(table.rows()), Amounts.count(table.totalRows())))
                .toList();
        int countWidth = longest(counts);
        int nameWidth = Math.max(1, Math.min(longest(names), width() - indent() - countWidth - 2));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            String name = shortened(names.get(i), nameWidth);
            String count = counts.get(i);
            lines.add(indented(name + " ".repeat(nameWidth - name.length() + 2 + countWidth - count.length()) + count));
        }
        return lines;
    }

    private String indented(String text) {
        return style.faint(clipped(" ".repeat(indent()) + text));
    }

    private int indent() {
        return width() < WIDE_ENOUGH_TO_INDENT ? 2 : INDENT;
    }

    /** The last column stays free: some terminals begin a new line as soon as it is written to. */
    private int width() {
        return Math.max(1, size.columns() - 1);
    }

    private String clipped(String line) {
        return shortened(line, width());
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + '…';
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }
}
