package dev.diorama.subsetter.page;

import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.sizing.SizeLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Paper with two logarithmic scales that begin with 1: rows in the source across, rows in the sample upwards. What has
 * no rows lies on a line of its own below it. Pure.
 */
final class Paper {
    private static final int STEPS_IN_DECADE = 4;
    private static final double GUTTER = 18;

    private final ChartSize size;
    private final Box plot;
    private final LogAxis across;
    private final LogAxis up;
    private final boolean zeroes;

    /** Paper on which all these tables have a place. */
    Paper(List<TableReport> tables, ChartSize size) {
        this.size = size;
        this.plot = size.plot();
        this.across = LogAxis.upTo(
                tables.stream().mapToLong(TableReport::sourceRows).max().orElse(1), plot.left(), plot.right());
        this.up = LogAxis.upTo(
                tables.stream()
                        .mapToLong(table -> Math.max(table.rows(), table.targetRows()))
                        .max()
                        .orElse(1),
                plot.bottom(),
                plot.top());
        this.zeroes = tables.stream().anyMatch(table -> table.rows() == 0 && table.sourceRows() > 0);
    }

    Place place(long sourceRows, long rows) {
        return new Place(
                across.position((double) sourceRows), rows == 0 ? plot.bottom() + GUTTER : up.position((double) rows));
    }

    /** Where a law puts tables of one row, of two, and so on to the end of the paper, or beyond its upper edge. */
    List<Place> places(SizeLaw law) {
        return IntStream.rangeClosed(0, (int) Math.ceil(across.decades() * STEPS_IN_DECADE))
                .mapToLong(step -> Math.round(Math.pow(10, (double) step / STEPS_IN_DECADE)))
                .filter(rows -> law.target(rows) > 0)
                .mapToObj(rows -> place(rows, law.target(rows)))
                .toList();
    }

    /** Its edge, as a path. */
    String edge() {
        return Svg.along(List.of(
                        new Place(plot.left(), plot.top()),
                        new Place(plot.right(), plot.top()),
                        new Place(plot.right(), plot.bottom()),
                        new Place(plot.left(), plot.bottom())))
                + 'Z';
    }

    /** The lines at powers of ten, and what they are. */
    String grid() {
        double below = plot.bottom() + (zeroes ? GUTTER : 0);
        List<String> lines = new ArrayList<>();
        for (long tick : across.ticks()) {
            double x = across.position((double) tick);
            lines.add(Svg.line("grid", new Place(x, plot.bottom()), new Place(x, plot.top())));
            if (size.hasRoomFor(across, tick)) {
                lines.add(Svg.text("tick middle", new Place(x, below + 20), LogAxis.label(tick)));
            }
        }
        for (long tick : up.ticks()) {
            double y = up.position((double) tick);
            lines.add(Svg.line("grid", new Place(plot.left(), y), new Place(plot.right(), y)));
            lines.add(Svg.text("tick end", new Place(plot.left() - 8, y + 4), LogAxis.label(tick)));
        }
        if (zeroes) {
            lines.add(Svg.text("tick end", new Place(plot.left() - 8, below + 4), "0"));
        }
        lines.add(Svg.text("axis", new Place(0, 12), "rows in the sample"));
        lines.add(Svg.text("axis end", new Place(plot.right(), below + 40), "rows in the source"));
        return String.join("\n", lines);
    }
}
