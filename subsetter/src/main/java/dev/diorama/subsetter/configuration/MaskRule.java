package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.catalog.NamePattern;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.masking.Masking;
import dev.diorama.subsetter.yaml.YamlPosition;

/**
 * How the columns whose names match are masked.
 *
 * @param table the table's name or a pattern, as {@link TableRule} has it
 * @param column the column's name or a pattern
 * @param masking how they are masked
 * @param position where it is said
 */
public record MaskRule(NamePattern table, NamePattern column, Masking masking, YamlPosition position) {
    /** Whether the rule speaks of that column. */
    public boolean matches(TableName name, String columnName) {
        return table.matches(name) && column.matches(columnName);
    }

    /** Whether the rule names one column and no pattern of names. */
    public boolean isExact() {
        return table.isExact() && column.isExact();
    }

    /** As it is written, like {@code users.email}. */
    public String name() {
        return table.text() + '.' + column.text();
    }
}
