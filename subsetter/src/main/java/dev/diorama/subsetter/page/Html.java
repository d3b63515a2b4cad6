package dev.diorama.subsetter.page;

import dev.diorama.subsetter.words.Printable;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a page is written with. Pure. */
final class Html {
    private Html() {}

    /** Text that means itself, also between quotation marks. */
    static String text(Object text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A name that keeps to itself what writes from right to left. */
    static String name(Object name) {
        return "<bdi>" + text(name) + "</bdi>";
    }

    /** A length or a place in a drawing, to a tenth. */
    static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
    }

    /** Each thing on a line of its own. */
    static <T> String each(List<T> things, Function<T, String> html) {
        return things.stream().map(html).collect(Collectors.joining("\n"));
    }
}
