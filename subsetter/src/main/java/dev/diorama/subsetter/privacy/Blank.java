package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Column;
import dev.diorama.subsetter.configuration.MaskFit;
import dev.diorama.subsetter.masking.ValueKind;

/** What stands for nothing in a column that must hold something. */
final class Blank {
    private Blank() {}

    static String of(Column column) {
        if (column.isArray() || MaskFit.kind(column) == ValueKind.JSON) {
            return "{}";
        }
        return MaskFit.kind(column) == ValueKind.BYTES ? "\\x" : "";
    }
}
