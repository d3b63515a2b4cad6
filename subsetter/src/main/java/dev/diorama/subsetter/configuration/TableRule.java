package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.NamePattern;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.yaml.YamlPosition;
import java.util.List;
import java.util.Optional;

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
        return new NamePattern(pattern).matches(table);
    }

    /** Whether the rule names one table and no pattern of names. */
    public boolean isExact() {
        return new NamePattern(pattern).isExact();
    }
}
