package dev.diorama.subsetter.page;

import dev.diorama.subsetter.report.TableReport;
import java.util.Comparator;
import java.util.function.ToLongFunction;

/** The orders in which a reader may have the tables. */
enum TableOrder {
    /** The largest samples first: the order of the file itself. */
    SIZE("size"),
    /** The most rows in the source first. */
    SOURCE("source rows"),
    /** The most rows in the sample first. */
    ROWS("rows"),
    /** Those farthest from their target first. */
    DISTANCE("distance from target"),
    /** By name. */
    NAME("name");

    private final String label;

    TableOrder(String label) {
        this.label = label;
    }

    /** What the reader chooses it by. */
    String label() {
        return label;
    }

    /** Its name in the style sheet. */
    String id() {
        return "by-" + label.replace(' ', '-');
    }

    Comparator<TableReport> comparator() {
        Comparator<TableReport> byName = Comparator.comparing(TableReport::name);
        return switch (this) {
            case SIZE -> largestFirst(TableReport::bytes).thenComparing(byName);
            case SOURCE -> largestFirst(TableReport::sourceRows).thenComparing(byName);
            case ROWS -> largestFirst(TableReport::rows).thenComparing(byName);
            case DISTANCE -> largestFirst(TableReport::distance).thenComparing(byName);
            case NAME -> byName;
        };
    }

    private static Comparator<TableReport> largestFirst(ToLongFunction<TableReport> number) {
        return Comparator.comparingLong(number).reversed();
    }
}
