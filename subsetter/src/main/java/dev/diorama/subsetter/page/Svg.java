package dev.diorama.subsetter.page;

import static dev.diorama.subsetter.page.Html.number;

import java.util.List;

/** What a drawing is written with. Pure. */
final class Svg {
    private Svg() {}

    /** A line from place to place, as {@code d} of a path. */
    static String along(List<Place> places) {
        StringBuilder path = new StringBuilder();
        for (Place place : places) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(number(place.x()))
                    .append(' ')
                    .append(number(place.y()));
        }
        return path.toString();
    }

    static String line(String style, Place from, Place to) {
        return "<path class=\"%s\" d=\"%s\"/>".formatted(style, along(List.of(from, to)));
    }

    static String text(String style, Place place, String text) {
        return "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
                .formatted(style, number(place.x()), number(place.y()), Html.text(text));
    }
}
