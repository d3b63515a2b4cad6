package dev.diorama.subsetter.copytext;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Values in COPY's text form, in which some characters have another meaning. Pure.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.2">text format</a>
 */
public final class CopyText {
    private CopyText() {}

    /** The value that stands between two places of a row, which is not null. */
    public static String read(byte[] row, int from, int to) {
        byte[] value = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            byte next = row[i];
            if (next == '\\' && i + 1 < to) {
                next = meaning(row[++i]);
            }
            value[length++] = next;
        }
        return decoded(ByteBuffer.wrap(value, 0, length));
    }

    /** How the value is written: a mask that is written otherwise would take other room. */
    public static Charset charset(byte[] row, int from, int to) {
        for (int i = from; i < to; i++) {
            if (row[i] < 0) {
                return isUtf8(ByteBuffer.wrap(row, from, to - from))
                        ? StandardCharsets.UTF_8
                        : StandardCharsets.ISO_8859_1;
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** COPY writes control characters by letters, and never by numbers. */
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

    /** A database without an encoding may hold any bytes; each of them is a character then. */
    private static String decoded(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        }
    }

    /** The value as COPY reads it. */
    public static String write(String value) {
        StringBuilder text = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case 0x0B -> text.append("\\v");
                default -> text.append(character);
            }
        }
        return text.toString();
    }
}
