package dev.diorama.subsetter.configuration;

import dev.diorama.subsetter.sizing.SizeLaw;
import java.util.List;
import java.util.Optional;

/**
 * What the configuration says about one table.
 *
 * @param law how many rows it keeps
 * @param where which of its rows may be drawn; all where nothing is said. No row is drawn that needs one which this leaves
 *     out; only rows that are always in the sample, and tables of which every row is, bring such rows
 * @param always the rows that are in the sample whatever the law says
 */
public record TableSettings(SizeLaw law, Optional<SqlPredicate> where, List<Always> always) {
    public TableSettings {
        always = List.copyOf(always);
    }
}
