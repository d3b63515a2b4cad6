package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.scan.Leak;
import dev.diorama.subsetter.scan.LeakCheck;
import java.util.List;
import java.util.stream.Collectors;

/** Looks for values of masked columns in a finished sample, but in columns that a person lets stay. */
final class Leaks {
    private static final int SHOWN = 20;

    private Leaks() {}

    static void require(Session target, Catalog catalog, Privacy privacy) {
        List<Leak> leaks = new LeakCheck(
                        target, value -> privacy.masks().sourceOf(value).map(ColumnName::toString))
                .leaks(catalog).stream()
                        .filter(leak -> !privacy.plan().kept().containsKey(new ColumnName(leak.table(), leak.column())))
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
