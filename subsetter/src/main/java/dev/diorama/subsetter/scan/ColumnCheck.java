package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.TableName;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for source values in the values of one column of a sample, and counts them. For one thread. */
final class ColumnCheck {
    private final Column column;
    private final RecentlyAsked values;
    private final boolean made;
    private final Map<String, Long> whole = new TreeMap<>();
    private final Map<String, Long> part = new TreeMap<>();
    private @Nullable String isWhole;
    private @Nullable String hasPart;

    ColumnCheck(Column column, RecentlyAsked values) {
        this.column = column;
        this.values = values;
        this.made = column.isArray() || ColumnType.of(column.type()) == ColumnType.JSON;
    }

    void look(String value) {
        isWhole = null;
        hasPart = null;
        text(made ? value : column.unpadded(value));
        if (made) {
            Texts.in(value, text -> text(column.unpadded(text)));
        }
        count(whole, isWhole);
        count(part, isWhole == null ? hasPart : null);
    }

    private void text(String text) {
        if (isWhole != null || text.isEmpty()) {
            return;
        }
        isWhole = values.columnWith(text).orElse(null);
        if (isWhole == null && hasPart == null) {
            Words.in(text, this::word);
        }
    }

    private void word(String word) {
        if (hasPart == null) {
            hasPart = values.columnWith(word).orElse(null);
        }
    }

    private static void count(Map<String, Long> counts, @Nullable String masked) {
        if (masked != null) {
            counts.merge(masked, 1L, Long::sum);
        }
    }

    Stream<Leak> leaks(TableName table) {
        return Stream.concat(leaks(table, Leak.Extent.WHOLE, whole), leaks(table, Leak.Extent.PART, part));
    }

    private Stream<Leak> leaks(TableName table, Leak.Extent extent, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Leak(table, column.name(), extent, entry.getKey(), entry.getValue()));
    }
}
