package dev.diorama.subsetter.catalog;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name, or a pattern of names: {@code *} stands for anything, {@code ?} for one character.
 *
 * @param text the pattern
 */
public record NamePattern(String text) {
    /** Whether the pattern speaks of that name. */
    public boolean matches(String name) {
        String regex = text.codePoints()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
        return Pattern.matches(regex, name);
    }

    /** Whether the pattern speaks of that table: with its schema in front or without. */
    public boolean matches(TableName table) {
        return matches(table.table()) || matches(table.schema() + '.' + table.table());
    }

    /** Whether it is one name and no pattern. */
    public boolean isExact() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }
}
