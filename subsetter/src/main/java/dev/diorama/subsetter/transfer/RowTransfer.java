package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.catalog.Storage;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.concurrent.Workers;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.selection.RowSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Copies the chosen rows, several tables at a time, the largest first. Rows go from one COPY to another without being
 * looked at.
 */
public final class RowTransfer {
    private static final int ROWS_IN_BATCH = 50_000;

    private final Snapshot source;
    private final Supplier<Session> target;
    private final boolean sameVersion;
    private final Cancellation cancellation;

    /**
     * A transfer between two databases.
     *
     * @param source the moment to read
     * @param target opens sessions to the target
     * @param sameVersion whether both servers are of one major version, so that their binary forms agree
     * @param cancellation what all sessions heed
     */
    public RowTransfer(Snapshot source, Supplier<Session> target, boolean sameVersion, Cancellation cancellation) {
        this.source = source;
        this.target = target;
        this.sameVersion = sameVersion;
        this.cancellation = cancellation;
    }

    /**
     * Copies the rows.
     *
     * @param jobs how many pairs of connections copy at the same time
     * @param progress is told of rows while they are copied
     * @return how many rows of each table were copied
     */
    public Map<TableName, Long> copy(Collection<RowSet> rows, int jobs, CopyProgress progress) {
        Map<TableName, Long> counts = new ConcurrentHashMap<>();
        List<CopyBatch> batches = new ArrayList<>();
        CopyForm.Agreement agreement = CopyForm.Agreement.read(source.session(), sameVersion);
        rows.forEach(set -> batches.addAll(batches(set, agreement)));
        batches.sort(Comparator.comparingLong(CopyBatch::weight).reversed());
        List<CopyBatch> open = batches;
        while (!open.isEmpty()) {
            Map<CopyBatch, RowsRefused> refused = new ConcurrentHashMap<>();
            Workers.run(
                    cancellation,
                    jobs,
                    open,
                    () -> CopyConnections.open(source, target, agreement),
                    (connections, batch) -> {
                        try {
                            long count = connections.copy(batch, progress);
                            counts.merge(batch.table().name(), count, Long::sum);
                        } catch (RowsRefused e) {
                            refused.put(batch, e);
                        }
                        source.rest();
                    });
            if (refused.size() == open.size()) {
                throw refused.values().iterator().next().failure();
            }
            open = open.stream().filter(refused::containsKey).toList();
        }
        rows.forEach(set -> requireAll(set, counts.getOrDefault(set.table().name(), 0L)));
        return counts;
    }

    private static List<CopyBatch> batches(RowSet rows, CopyForm.Agreement agreement) {
        Table table = rows.table();
        List<String> columns = table.columns().stream()
                .filter(column -> !column.generated())
                .map(Column::name)
                .toList();
        CopyForm form = CopyForm.of(table, agreement);
        List<CopyBatch> batches = new ArrayList<>();
        if (rows.isComplete()) {
            for (Storage storage : table.storages()) {
                batches.add(new CopyBatch(table, storage, columns, form, CopyBatch.ALL_ROWS));
            }
            return batches;
        }
        rows.forEach((storage, identities) -> {
            for (int from = 0; from < identities.length; from += ROWS_IN_BATCH) {
                int to = Math.min(identities.length, from + ROWS_IN_BATCH);
                batches.add(new CopyBatch(
                        table, storage, columns, form, Optional.of(Arrays.copyOfRange(identities, from, to))));
            }
        });
        return batches;
    }

    private static void requireAll(RowSet rows, long copied) {
        if (!rows.isComplete() && copied != rows.size()) {
            throw new SubsetException("Of %d rows chosen of \"%s\" %d were copied: the source's snapshot was lost"
                    .formatted(rows.size(), rows.table(), copied));
        }
    }
}
