package dev.diorama.subsetter.copytext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CopyTextTest {
    @Test
    void writesWhatItReads() {
        String value = "a\tb\nc\\d\re\bf\fg\u000Bh äöü 王 \\N \\.";
        byte[] written = CopyText.write(value).getBytes(StandardCharsets.UTF_8);

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo("a\\tb\\nc\\\\d\\re\\bf\\fg\\vh äöü 王 \\\\N \\\\.");
        assertThat(CopyText.read(written, 0, written.length)).isEqualTo(value);
    }

    @Test
    void readsBytesThatAreNoTextInUtf8() {
        assertThat(CopyText.read(new byte[] {'a', (byte) 0xE4, 'b'}, 0, 3)).isEqualTo("aäb");
    }
}
