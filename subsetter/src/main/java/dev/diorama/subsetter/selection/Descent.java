package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.TableName;
import java.util.List;

/**
 * A way against foreign keys from a table that gets rows to one that gets its rows later, and that has other parents
 * whose rows are chosen already. Rows drawn blindly would share too few children with those.
 *
 * @param path the keys against which the way leads, first the one to the table that gets rows now
 * @param others what rows at the way's end should avoid besides
 * @param wanted how many rows the table at the way's end should get
 */
record Descent(List<ForeignKey> path, List<Restriction> others, long wanted) {
    Descent {
        path = List.copyOf(path);
        others = List.copyOf(others);
    }

    /** The table at the way's end. */
    TableName end() {
        return path.getLast().child();
    }
}
