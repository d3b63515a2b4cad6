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
import dev.diorama.subsetter.privacy.Masks;
import dev.diorama.subsetter.selection.RowSet;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jooq.QueryPart;

/**
 * Copies the chosen rows, several tables at a time, the largest first. Rows go from one COPY to another; in those of
 * tables with masked columns these are replaced on the way, and the others are not looked at.
 */
public final class RowTransfer {
    private static final int ROWS_IN_BATCH = 50_000;
    private static final int BLOCKS_IN_BATCH = 1_000;

    private final Snapshot source;
    private final Supplier<Session> target;
    private final boolean sameVersion;
    private final Masks masks;
    private final Cancellation cancellation;

    /**
     * A transfer between two databases.
     *
     * @param source the moment to read
     * @param target opens sessions to the target
     * @param sameVersion whether both servers are of one major version, so that their binary forms agree
     * @param masks what masks the rows
     * @param cancellation what all sessions heed
     */
    public RowTransfer(
            Snapshot source, Supplier<Session> target, boolean sameVersion, Masks masks, Cancellation cancellation) {
        this.masks = masks;
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
                    () -> CopyConnections.open(source, target, agreement, masks),
                    (connections, batch) -> {
                        try {
                            long count =
                                    connections.copy(batch, masks.forRows(batch.table(), batch.columns()), progress);
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

    /** Several threads share the masking of a large table. */
    private List<Optional<CopyBatch.Blocks>> parts(Storage storage, Table table) {
        return masks.concern(table)
                ? CopyBatch.Blocks.of(storage, BLOCKS_IN_BATCH).stream()
                        .map(Optional::of)
                        .toList()
                : List.of(Optional.empty());
    }

    private List<CopyBatch> batches(RowSet rows, CopyForm.Agreement agreement) {
        Table table = rows.table();
        List<String> columns = table.columns().stream()
                .filter(column -> !column.generated())
                .map(Column::name)
                .toList();
        List<QueryPart> selected =
                columns.stream().map(column -> masks.selected(table, column)).toList();
        CopyForm form = masks.concern(table) ? CopyForm.ofMasked(agreement) : CopyForm.of(table, agreement);
        List<CopyBatch> batches = new ArrayList<>();
        if (rows.isComplete()) {
            for (Storage storage : table.storages()) {
                parts(storage, table)
                        .forEach(blocks -> batches.add(new CopyBatch(
                                table,
                                storage,
                                columns,
                                selected,
                                form,
                                CopyBatch.ALL_ROWS,
                                blocks,
                                CopyBatch.NO_LIMIT)));
            }
            return batches;
        }
        rows.forEach((storage, identities) -> {
            for (int from = 0; from < identities.length; from += ROWS_IN_BATCH) {
                int to = Math.min(identities.length, from + ROWS_IN_BATCH);
                batches.add(new CopyBatch(
                        table,
                        storage,
                        columns,
                        selected,
                        form,
                        Optional.of(Arrays.copyOfRange(identities, from, to)),
                        Optional.empty(),
                        CopyBatch.NO_LIMIT));
            }
        });
        return batches;
    }

    /**
     * Masks some of the rows and puts them where the same checks look at them, to throw away what is left there.
     *
     * @throws ConfigurationException if masks do not fit where they shall be
     */
    public void tryMasks(Collection<RowSet> rows, Masks trial) {
        List<RowSet> masked =
                rows.stream().filter(set -> masks.concern(set.table())).toList();
        if (masked.isEmpty()) {
            return;
        }
        CopyForm.Agreement agreement = CopyForm.Agreement.read(source.session(), sameVersion);
        try (CopyConnections connections = CopyConnections.open(source, target, agreement, masks)) {
            for (RowSet set : masked) {
                batches(set, agreement).stream()
                        .filter(batch -> batch.weight() > 0)
                        .findFirst()
                        .ifPresent(batch -> MaskTrial.run(connections, batch, trial));
            }
        }
    }

    private static void requireAll(RowSet rows, long copied) {
        if (!rows.isComplete() && copied != rows.size()) {
            throw new SubsetException("Of %d rows chosen of \"%s\" %d were copied: the source's snapshot was lost"
                    .formatted(rows.size(), rows.table(), copied));
        }
    }
}
