package dev.diorama.subsetter.report;

import dev.diorama.subsetter.catalog.Catalog;
import java.util.List;

/**
 * What became of the foreign keys.
 *
 * @param declared how many the source declares
 * @param validated how many of them PostgreSQL has validated in the sample
 * @param notValid those that are NOT VALID in the source, and so in the sample, as people read them
 */
public record ForeignKeyCounts(int declared, int validated, List<String> notValid) {
    public ForeignKeyCounts {
        notValid = List.copyOf(notValid);
    }

    /** The counts for a source's catalog. */
    public static ForeignKeyCounts of(Catalog source, int validated) {
        return new ForeignKeyCounts(
                source.foreignKeys().size(),
                validated,
                source.foreignKeys().stream()
                        .filter(key -> !key.valid())
                        .map(key -> "\"%s\", %s".formatted(key.name(), key))
                        .toList());
    }
}
