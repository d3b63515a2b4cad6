package dev.diorama.subsetter.page;

import static dev.diorama.subsetter.page.Html.number;

import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.sizing.SizeLaw;

/** What a table's point says at first sight, by shape and by colour. */
enum PointKind {
    /** Within a tenth of what the law of most tables asks for. */
    WITHIN("within"),
    /** Within a tenth of what a law of its own asks for. */
    OTHER_LAW("other"),
    /** More rows than that. */
    OVER("over"),
    /** Fewer. */
    UNDER("under");

    private final String style;

    PointKind(String style) {
        this.style = style;
    }

    static PointKind of(TableReport table, SizeLaw law) {
        if (table.why().isPresent()) {
            return table.rows() > table.targetRows() ? OVER : UNDER;
        }
        return table.law().equals(law) ? WITHIN : OTHER_LAW;
    }

    /** The class of its style. */
    String style() {
        return style;
    }

    /** Whether the law is missed. */
    boolean isMissed() {
        return this == OVER || this == UNDER;
    }

    /** The mark around a place, with something inside. */
    String mark(Place place, String inside) {
        return switch (this) {
            case WITHIN -> circle(place, 4, inside);
            case OTHER_LAW -> circle(place, 3.5, inside);
            case OVER -> triangle(place, -1, inside);
            case UNDER -> triangle(place, 1, inside);
        };
    }

    private String circle(Place place, double radius, String inside) {
        return "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\">%s</circle>"
                .formatted(style, number(place.x()), number(place.y()), number(radius), inside);
    }

    /** Its tip points up for −1 and down for 1; the middle of its height lies on the place. */
    private String triangle(Place place, int tip, String inside) {
        return "<path class=\"%s\" d=\"M%s %sl5.5 %sh-11z\">%s</path>"
                .formatted(style, number(place.x()), number(place.y() + 5 * tip), number(-10 * tip), inside);
    }
}
