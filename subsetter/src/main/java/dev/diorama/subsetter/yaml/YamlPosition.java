package dev.diorama.subsetter.yaml;

import java.util.Comparator;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * A place in a file; lines and columns count from 1, as editors do.
 *
 * @param file the file's name as a person knows it
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record YamlPosition(String file, int line, int column) {
    /** The order of places in one file, from its beginning. */
    public static final Comparator<YamlPosition> READING_ORDER =
            Comparator.comparingInt(YamlPosition::line).thenComparingInt(YamlPosition::column);

    static YamlPosition of(String file, Mark mark) {
        return new YamlPosition(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    @Override
    public String toString() {
        return "%s:%d:%d".formatted(file, line, column);
    }
}
