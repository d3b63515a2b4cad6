package dev.diorama.subsetter.scan;

import java.nio.charset.StandardCharsets;
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
        boolean escaped = false;
        while (end < row.length && row[end] != '\t' && row[end] != '\n') {
            escaped |= row[end] == '\\';
            end++;
        }
        position = end + 1;
        if (escaped && end - start == 2 && row[start + 1] == 'N') {
            return Optional.empty();
        }
        return Optional.of(
                escaped ? unescaped(start, end) : new String(row, start, end - start, StandardCharsets.UTF_8));
    }

    private String unescaped(int start, int end) {
        byte[] plain = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            plain[length++] = row[i] == '\\' && i + 1 < end ? meaning(row[++i]) : row[i];
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    private static byte meaning(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            default -> letter;
        };
    }
}
