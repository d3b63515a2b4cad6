package dev.diorama.subsetter.scan;

import java.util.Optional;

/** Knows, by keyed hashes, which values the masked columns of the source had. For several threads. */
@FunctionalInterface
public interface SourceValues {
    /**
     * The masked column that had this value, as people read it, like {@code users.email}; nothing if none had it.
     *
     * @param value a text that stands in the sample; it must not be kept
     */
    Optional<String> columnWith(String value);
}
