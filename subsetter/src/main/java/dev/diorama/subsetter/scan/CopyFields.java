package dev.diorama.subsetter.scan;

import dev.diorama.subsetter.copytext.CopyText;
import java.util.Optional;

/**
 * The fields of a row in COPY's text form, one after the other. For one thread.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.2">text format</a>
 */
final class CopyFields {
    private final byte[] row;
    private int position;

    CopyFields(byte[] row) {
        this.row = row;
    }

    /** The next field; nothing if it is null. */
    Optional<String> next() {
        int start = position;
        int end = start;
        while (end < row.length && row[end] != '\t' && row[end] != '\n') {
            end++;
        }
        position = end + 1;
        return end - start == 2 && row[start] == '\\' && row[start + 1] == 'N'
                ? Optional.empty()
                : Optional.of(CopyText.read(row, start, end));
    }
}
