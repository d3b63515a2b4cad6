package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.masking.Masking;
import java.util.Optional;

/**
 * Personal data or a credential in a column. It holds no value.
 *
 * @param table the column's table
 * @param column the column
 * @param path where in the column's JSON documents, as in {@code $.address.street}; nothing for the whole value
 * @param category what it is
 * @param confidence how sure that is
 * @param reason why, in a sentence without a full stop and without any value
 * @param proposed what would mask it; of a path, what would mask what is there
 */
public record Finding(
        TableName table,
        String column,
        Optional<String> path,
        Category category,
        Confidence confidence,
        String reason,
        Masking proposed) {
    /** The column as a configuration names it, like {@code users.email}. */
    public String place() {
        return table + "." + column;
    }
}
