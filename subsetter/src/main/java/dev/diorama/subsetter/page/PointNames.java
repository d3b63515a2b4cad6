package dev.diorama.subsetter.page;

import dev.diorama.subsetter.page.Labels.Placed;
import dev.diorama.subsetter.page.Labels.Wanted;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.words.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The names of those points that deserve one: what missed its law, the farthest first, and then the largest tables. Pure.
 */
final class PointNames {
    private static final int LONGEST_NAME = 30;
    private static final double POINT_RADIUS = 6;
    private static final double LINE_RADIUS = 2;
    private static final double LINE_STEP = 6;
    private static final double DESCENDERS = 4;

    private final List<TableReport> tables;
    private final Laws laws;
    private final ChartSize size;
    private final Paper paper;

    PointNames(List<TableReport> tables, Laws laws, ChartSize size, Paper paper) {
        this.tables = tables.stream().filter(table -> table.sourceRows() > 0).toList();
        this.laws = laws;
        this.size = size;
        this.paper = paper;
    }

    String svg() {
        return Html.each(size.labels().place(wanted(), obstacles()), PointNames::label);
    }

    private List<Wanted> wanted() {
        Comparator<TableReport> byImportance = Comparator.<TableReport>comparingLong(
                        table -> table.why().isPresent() ? table.distance() : -1)
                .thenComparingLong(TableReport::sourceRows)
                .reversed();
        return tables.stream()
                .sorted(byImportance)
                .limit(size.mostLabels())
                .map(table -> new Wanted(place(table), shortened(table)))
                .toList();
    }

    private List<Box> obstacles() {
        List<Box> obstacles = new ArrayList<>();
        for (TableReport table : tables) {
            obstacles.add(Box.around(place(table), POINT_RADIUS));
            if (PointKind.of(table, laws.most()).isMissed()) {
                Place target = paper.place(table.sourceRows(), table.targetRows());
                obstacles.addAll(along(List.of(target, place(table))));
            }
        }
        laws.lines().stream()
                .filter(line -> !(line.law() instanceof SizeLaw.All))
                .forEach(line -> obstacles.addAll(along(paper.places(line.law()))));
        return obstacles;
    }

    /** Small boxes on a line, so close that no name fits between them. */
    private static List<Box> along(List<Place> places) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) {
            Place from = places.get(i - 1);
            Place to = places.get(i);
            int steps = Math.max(1, (int) Math.ceil(from.distance(to) / LINE_STEP));
            for (int step = 0; step <= steps; step++) {
                boxes.add(Box.around(from.towards(to, (double) step / steps), LINE_RADIUS));
            }
        }
        return boxes;
    }

    private Place place(TableReport table) {
        return paper.place(table.sourceRows(), table.rows());
    }

    private static String shortened(TableReport table) {
        String name = Printable.of(table.name());
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** Letters are narrower than the room that was kept for them, so they are moved to the side where their point is. */
    private static String label(Placed placed) {
        Box box = placed.box();
        Place point = placed.wanted().point();
        String leader = placed.isFar() ? Svg.line("leader", point, placed.end()) : "";
        double y = box.bottom() - DESCENDERS;
        if (box.right() <= point.x()) {
            return leader
                    + Svg.text(
                            "label end",
                            new Place(box.right(), y),
                            placed.wanted().text());
        }
        if (box.left() >= point.x()) {
            return leader
                    + Svg.text(
                            "label", new Place(box.left(), y), placed.wanted().text());
        }
        return leader
                + Svg.text(
                        "label middle",
                        new Place(box.left() + box.width() / 2, y),
                        placed.wanted().text());
    }
}
