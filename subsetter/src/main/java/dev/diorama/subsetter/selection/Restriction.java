package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.TableName;
import java.util.List;

/**
 * A way over foreign keys from a table that gets rows to one that has little or no room left: a row that leads to a
 * chosen row there, or nowhere, costs nothing; every other one costs a row.
 *
 * @param path the keys to follow, first the one from the table that gets rows
 * @param budget how many rows the table at the end may still take
 * @param cost how many rows too many would come if it were given up; cheap ones are given up first
 */
record Restriction(List<ForeignKey> path, long budget, long cost) {
    Restriction {
        path = List.copyOf(path);
    }

    /** The table at the end of the way. */
    TableName end() {
        return path.getLast().parent();
    }

    Restriction withBudget(long other) {
        return new Restriction(path, other, cost);
    }
}
