package dev.diorama.subsetter.selection;

import dev.diorama.subsetter.catalog.Table;
import java.util.List;

/**
 * A way against references from a table that gets rows to one that gets its rows later and would starve: too few of its
 * rows would refer to rows that are chosen, here and elsewhere, if rows were drawn blindly here.
 *
 * @param path the links against which the way leads, first the one to the table that gets rows now
 * @param chosen links of the table at the way's end to other tables whose rows are chosen already
 * @param needed how many rows at the way's end have to be within reach
 */
record Descent(List<Link> path, List<Link> chosen, double needed) {
    Descent {
        path = List.copyOf(path);
        chosen = List.copyOf(chosen);
    }

    Table end() {
        return path.getLast().child();
    }
}
