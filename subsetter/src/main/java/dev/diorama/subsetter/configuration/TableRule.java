package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.yaml.YamlPosition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said about the tables whose name matches a pattern.
 *
 * @param pattern a table's name, with {@code *} for anything and {@code ?} for one character; with a dot it is matched
 *     against schema and table, else against the table in any schema
 * @param law how many rows they keep, where that is said
 * @param where which rows may be chosen, where that is said
 * @param always the rows that are in the sample whatever the law says
 * @param position where it is said
 */
public record TableRule(
        String pattern,
        Optional<SizeLaw> law,
        Optional<SqlPredicate> where,
        List<Always> always,
        YamlPosition position) {
    public TableRule {
        always = List.copyOf(always);
    }

    /** Whether the rule speaks of that table. */
    public boolean matches(TableName table) {
        String regex = pattern.codePoints()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
        return Pattern.matches(regex, table.table()) || Pattern.matches(regex, table.schema() + '.' + table.table());
    }

    /** Whether the rule names one table and no pattern of names. */
    public boolean isExact() {
        return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    }
}
