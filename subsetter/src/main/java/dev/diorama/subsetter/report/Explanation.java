package dev.diorama.subsetter.report;

import dev.diorama.subsetter.catalog.ForeignKey;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.selection.Selection;
import dev.diorama.subsetter.selection.SelectionPlan;
import dev.diorama.subsetter.selection.TableSize;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says why a table has more or fewer rows than its law asks for. */
public final class Explanation {
    private Explanation() {}

    /** The keys for which tables have more rows than a tenth over their targets, those first that cost the most rows. */
    public static List<Overshoot> overshoots(SelectionPlan plan, Selection selection) {
        return selection.excesses().stream()
                .filter(excess -> isOver(
                        plan.size(excess.table()),
                        selection.rows(excess.table()).size()))
                .map(Overshoot::of)
                .sorted(Comparator.comparingLong(Overshoot::rows).reversed())
                .toList();
    }

    private static boolean isOver(TableSize size, long rows) {
        return rows > size.targetRows() && !size.isMetBy(rows);
    }

    /** Why a table's rows are not within a tenth of its target; nothing where they are. */
    public static Optional<String> of(SelectionPlan plan, Selection selection, TableName table, long rows) {
        TableSize size = plan.size(table);
        if (size.isMetBy(rows)) {
            return Optional.empty();
        }
        Optional<Selection.Excess> demanding = selection.mostExcessive(table);
        if (rows > size.targetRows() && demanding.isPresent()) {
            Overshoot most = Overshoot.of(demanding.get());
            return Optional.of("%,d rows over the target: rows of \"%s\" need %,d of these by %s"
                    .formatted(rows - size.targetRows(), most.child(), most.rows(), most.by()));
        }
        if (rows > size.targetRows()) {
            return Optional.of("%,d rows over the target: the source was estimated to hold %,d rows and holds more"
                    .formatted(rows - size.targetRows(), size.sourceRows()));
        }
        Optional<ForeignKey> cycle =
                plan.catalog().keysFrom(table).filter(key -> plan.isCyclic(key)).findFirst();
        return Optional.of(cycle.map(key ->
                        "%,d rows under the target: each further row would bring more than are missing by foreign key \"%s\", %s"
                                .formatted(size.targetRows() - rows, key.name(), key))
                .orElseGet(() -> "%,d rows under the target: the source was estimated to hold %,d rows and holds fewer"
                        .formatted(size.targetRows() - rows, size.sourceRows())));
    }
}
