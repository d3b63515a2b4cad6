package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.yaml.YamlValue;
import java.util.Optional;

/**
 * The wish for everything that hangs on a row: the rows that refer to it, the rows that refer to those, and so on.
 *
 * @param mostPerRow how many rows at most come along for each row and foreign key, from 1
 */
public record Children(int mostPerRow) {
    /** What {@code children: true} means. */
    public static final Children DEFAULT = new Children(100);

    private static final String EXPECTED = "true, false or how many rows at most come with each row, from 1";

    public Children {
        if (mostPerRow < 1) {
            throw new IllegalArgumentException("At least one row comes along, not " + mostPerRow);
        }
    }

    static Optional<Children> read(YamlValue value) {
        Optional<String> text = value.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.get()) {
            case "true" -> Optional.of(DEFAULT);
            case "false" -> Optional.empty();
            default -> upTo(value, text.get());
        };
    }

    private static Optional<Children> upTo(YamlValue value, String text) {
        Optional<Children> children =
                text.matches("[1-9]\\d{0,8}") ? Optional.of(new Children(Integer.parseInt(text))) : Optional.empty();
        if (children.isEmpty()) {
            value.error("\"%s\" must be %s, not \"%s\"".formatted(value.path(), EXPECTED, text));
        }
        return children;
    }
}
