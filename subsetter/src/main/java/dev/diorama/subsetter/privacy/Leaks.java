package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.Table;
import dev.diorama.subsetter.concurrent.Workers;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.scan.Leak;
import dev.diorama.subsetter.scan.LeakCheck;
import dev.diorama.subsetter.scan.SourceValues;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks for values of masked columns in a finished sample, but in columns that a person lets stay. */
final class Leaks {
    private static final int SHOWN = 20;

    private Leaks() {}

    static void require(
            Supplier<Session> target, Catalog catalog, int jobs, Privacy privacy, Cancellation cancellation) {
        SourceValues values = value -> privacy.masks().sourceOf(value).map(ColumnName::toString);
        List<Table> tables = catalog.tables().values().stream()
                .sorted(Comparator.comparingLong(Table::bytes).reversed())
                .toList();
        Queue<Leak> found = new ConcurrentLinkedQueue<>();
        Workers.run(
                cancellation,
                jobs,
                tables,
                target,
                (session, table) -> found.addAll(new LeakCheck(session, values).leaks(table)));
        List<Leak> leaks = found.stream()
                .filter(leak -> !privacy.plan().kept().containsKey(new ColumnName(leak.table(), leak.column())))
                .sorted(Comparator.comparing(Leak::table).thenComparing(Leak::column))
                .toList();
        if (!leaks.isEmpty()) {
            String more = leaks.size() > SHOWN ? "; and %d more".formatted(leaks.size() - SHOWN) : "";
            throw new SubsetException(
                    "Values that masked columns have in the source stand in the sample: %s%s. Mask these columns too, under mask:, or keep them with a reason"
                            .formatted(
                                    leaks.stream().limit(SHOWN).map(Leaks::text).collect(Collectors.joining("; ")),
                                    more));
        }
    }

    private static String text(Leak leak) {
        return "%d of \"%s.%s\" %s \"%s\""
                .formatted(
                        leak.values(),
                        leak.table(),
                        leak.column(),
                        leak.extent() == Leak.Extent.WHOLE ? "are those of" : "hold those of",
                        leak.masked());
    }
}
