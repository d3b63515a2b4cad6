package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.copytext.CopyText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Masks rows in COPY's text form, one at a time. Fields that are not masked pass as they are, byte for byte. For one
 * thread.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.2">text format</a>
 */
public final class RowMask {
    private static final char DELIMITER = '\t';

    private final List<Optional<ColumnMask>> masks;
    private final int[][] subjects;
    private final int[] starts;

    /**
     * A mask for rows.
     *
     * @param masks for each field how it is masked, if it is
     * @param subjects for each field the fields that say whose it is
     */
    RowMask(List<Optional<ColumnMask>> masks, List<int[]> subjects) {
        this.masks = List.copyOf(masks);
        this.subjects = subjects.toArray(int[][]::new);
        this.starts = new int[masks.size() + 1];
    }

    /** The row with its masks. */
    public byte[] mask(byte[] row) {
        int end = row.length > 0 && row[row.length - 1] == '\n' ? row.length - 1 : row.length;
        findFields(row, end);
        ByteArrayOutputStream masked = new ByteArrayOutputStream(row.length + 64);
        for (int field = 0; field < masks.size(); field++) {
            if (field > 0) {
                masked.write(DELIMITER);
            }
            int from = starts[field];
            int length = starts[field + 1] - 1 - from;
            if (masks.get(field).isEmpty() || isNull(row, from, length)) {
                masked.write(row, from, length);
            } else {
                write(
                        masks.get(field).get().mask(text(row, field), subject(row, field)),
                        CopyText.charset(row, from, from + length),
                        masked);
            }
        }
        masked.write(row, end, row.length - end);
        return masked.toByteArray();
    }

    private void findFields(byte[] row, int end) {
        int field = 0;
        starts[0] = 0;
        for (int i = 0; i < end; i++) {
            if (row[i] == DELIMITER) {
                starts[++field] = i + 1;
            }
        }
        if (field != masks.size() - 1) {
            throw new IllegalStateException("A row has %d fields, not %d".formatted(field + 1, masks.size()));
        }
        starts[masks.size()] = end + 1;
    }

    private String subject(byte[] row, int field) {
        return subjects[field].length == 0
                ? ""
                : IntStream.of(subjects[field])
                        .mapToObj(other -> text(row, other))
                        .collect(Collectors.joining("\0"));
    }

    private String text(byte[] row, int field) {
        return CopyText.read(row, starts[field], starts[field + 1] - 1);
    }

    private static boolean isNull(byte[] row, int from, int length) {
        return length == 2 && row[from] == '\\' && row[from + 1] == 'N';
    }

    private static void write(@Nullable String mask, Charset charset, ByteArrayOutputStream out) {
        byte[] bytes =
                mask == null ? new byte[] {'\\', 'N'} : CopyText.write(mask).getBytes(charset);
        out.write(bytes, 0, bytes.length);
    }
}
