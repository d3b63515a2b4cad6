package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.configuration.ReferringColumns;
import dev.diorama.subsetter.configuration.UndeclaredReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns that hold the same keys, because references lead from one to the other. Immutable once made. */
final class KeyGroups {
    private final Map<ColumnName, List<ColumnName>> groups = new HashMap<>();

    private KeyGroups() {}

    static KeyGroups of(Catalog catalog, List<UndeclaredReference> references) {
        KeyGroups found = new KeyGroups();
        for (ForeignKey key : catalog.foreignKeys()) {
            for (ForeignKey.ColumnPair pair : key.columns()) {
                found.join(new ColumnName(key.child(), pair.child()), new ColumnName(key.parent(), pair.parent()));
            }
        }
        for (UndeclaredReference reference : references) {
            // What a document refers to is masked there by its path.
            if (!(reference.columns() instanceof ReferringColumns.JsonPath)) {
                for (int i = 0; i < reference.parentColumns().size(); i++) {
                    found.join(
                            new ColumnName(
                                    reference.child(),
                                    reference.columns().names().get(i)),
                            new ColumnName(
                                    reference.parent(),
                                    reference.parentColumns().get(i)));
                }
            }
        }
        return found;
    }

    /** The columns that hold the same keys, the column itself among them, in order. */
    List<ColumnName> of(ColumnName column) {
        return groups.getOrDefault(column, List.of(column)).stream().sorted().toList();
    }

    private void join(ColumnName one, ColumnName other) {
        List<ColumnName> joined = groups.computeIfAbsent(one, name -> new ArrayList<>(List.of(name)));
        if (!joined.contains(other)) {
            joined.addAll(groups.getOrDefault(other, List.of(other)));
            joined.forEach(name -> groups.put(name, joined));
        }
    }
}
