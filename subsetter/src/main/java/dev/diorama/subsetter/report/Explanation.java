package dev.diorama.subsetter.report;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.selection.RowsKnownBy;
import dev.diorama.subsetter.selection.Selection;
import dev.diorama.subsetter.selection.SelectionPlan;
import dev.diorama.subsetter.selection.TableSize;
import dev.diorama.subsetter.words.Amounts;
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
        return Optional.of(
                rows > size.targetRows()
                        ? "%s over the target: %s"
                                .formatted(Amounts.count(rows - size.targetRows(), "row"), over(plan, selection, table))
                        : "%s under the target: %s"
                                .formatted(Amounts.count(size.targetRows() - rows, "row"), under(plan, table)));
    }

    private static String over(SelectionPlan plan, Selection selection, TableName table) {
        Optional<Overshoot> demanding = selection.mostExcessive(table).map(Overshoot::of);
        if (demanding.isPresent()) {
            Overshoot most = demanding.get();
            return "rows of \"%s\" need %,d of these by %s".formatted(most.child(), most.rows(), most.by());
        }
        boolean always = plan.configuration().rules().stream()
                .anyMatch(rule -> !rule.always().isEmpty());
        return always
                ? "these are always in the sample, or hang on rows that are"
                : estimate(plan.size(table)).orElse("the sample needs them");
    }

    private static String under(SelectionPlan plan, TableName table) {
        return plan.shutBy(table)
                .map(shut -> "each further row needs rows of \"%s\" that where: leaves out, by %s"
                        .formatted(shut.parent(), Overshoot.by(shut.key(), shut.reference())))
                .or(() -> plan.catalog()
                        .keysFrom(table)
                        .filter(plan::isCyclic)
                        .findFirst()
                        .map(key -> "each further row would bring more than are missing by "
                                + Overshoot.by(Optional.of(key.name()), key.toString())))
                .or(() -> estimate(plan.size(table)))
                .or(() -> plan.catalog()
                        .keysFrom(table)
                        .findFirst()
                        .map(key -> "each further row would bring too many rows by "
                                + Overshoot.by(Optional.of(key.name()), key.toString())))
                .orElse("the source has no more of them");
    }

    private static Optional<String> estimate(TableSize size) {
        return size.knownBy() == RowsKnownBy.ESTIMATE
                ? Optional.of("the source was estimated to hold %,d rows and holds another number"
                        .formatted(size.sourceRows()))
                : Optional.empty();
    }
}
