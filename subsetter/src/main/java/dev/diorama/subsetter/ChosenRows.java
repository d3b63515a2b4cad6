package dev.diorama.subsetter;

import dev.diorama.subsetter.SubsetListener.TableToCopy;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.report.Explanation;
import dev.diorama.subsetter.report.MissingIndex;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.selection.Selection;
import dev.diorama.subsetter.selection.SelectionPlan;
import dev.diorama.subsetter.selection.TableSize;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The rows of a sample and what they were chosen by.
 *
 * @param plan how many rows each table has and should keep
 * @param selection the rows
 * @param configuration what was asked for
 */
record ChosenRows(SelectionPlan plan, Selection selection, SampleConfiguration configuration) {
    /** What is to be copied; bytes as if the chosen rows were as wide as the others. */
    List<TableToCopy> toCopy() {
        return plan.catalog().tables().values().stream().map(this::toCopy).toList();
    }

    /** What is to be told of each table, given how many rows and bytes of it were copied. */
    List<TableReport> report(ToLongFunction<TableName> rows, ToLongFunction<TableName> bytes) {
        return plan.catalog().tables().keySet().stream()
                .map(table -> report(table, rows.applyAsLong(table), bytes.applyAsLong(table)))
                .toList();
    }

    /** The references of large tables that were followed backwards without an index. */
    List<MissingIndex> missingIndexes() {
        return selection.unindexed().stream()
                .flatMap(missing -> plan.catalog().places(missing.table()).stream()
                        .map(place -> new MissingIndex(place, missing.columns(), missing.name())))
                .toList();
    }

    private TableToCopy toCopy(Table table) {
        long rows = selection.rows(table.name()).size();
        double share = (double) rows / Math.max(1, plan.size(table.name()).sourceRows());
        return new TableToCopy(table.name(), rows, Math.round(table.bytes() * share));
    }

    private TableReport report(TableName table, long rows, long bytes) {
        TableSize size = plan.size(table);
        return new TableReport(
                table,
                size.sourceRows(),
                size.knownBy(),
                configuration.lawFor(table),
                size.targetRows(),
                rows,
                bytes,
                Explanation.of(plan, selection, table, rows));
    }
}
