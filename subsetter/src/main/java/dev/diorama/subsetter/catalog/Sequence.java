package dev.diorama.subsetter.catalog;

import java.util.List;

/**
 * A sequence and the columns that take their values from it.
 *
 * @param name the sequence's name
 * @param increment by how much it counts; negative where it counts down
 * @param least the least value that it may have
 * @param most the greatest value that it may have
 * @param cycles whether it begins anew at its end, so that greater values than its last one may be in use
 * @param readable whether the connected role may read its last value
 * @param users the columns that take values from it
 */
public record Sequence(
        TableName name, long increment, long least, long most, boolean cycles, boolean readable, List<User> users) {
    /**
     * A column that takes values from a sequence.
     *
     * @param table the column's table
     * @param column the column's name
     */
    public record User(TableName table, String column) {}

    public Sequence {
        users = List.copyOf(users);
    }
}
