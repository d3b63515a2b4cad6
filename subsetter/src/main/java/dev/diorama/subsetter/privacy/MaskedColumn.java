package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.masking.Masking;
import java.util.Optional;

/**
 * A column whose values are replaced.
 *
 * @param name the column
 * @param column what it is
 * @param masking how its values are replaced
 * @param length how many characters a mask may have, 0 for any number; the least of all columns that hold the same key
 * @param distinct whether different values must get different masks
 * @param ignoresCase whether values that differ in case only must get one mask
 * @param finding why, where nobody has classified the column
 */
public record MaskedColumn(
        ColumnName name,
        Column column,
        Masking masking,
        int length,
        boolean distinct,
        boolean ignoresCase,
        Optional<String> finding) {}
