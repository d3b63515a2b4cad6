package dev.diorama.subsetter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.testing.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveLinesTest {
    private final StringWriter out = new StringWriter();
    private final LiveLines lines = new LiveLines(new PrintWriter(out));

    @Test
    void writesOverWhatItShowedBefore() {
        lines.show(List.of("one", "two is longer", "three"));
        assertThat(screen(20).text()).isEqualTo("one\ntwo is longer\nthree");

        lines.show(List.of("one", "two"));
        assertThat(screen(20).text()).isEqualTo("one\ntwo");

        lines.show(List.of("more", "and", "more", "lines"));
        assertThat(screen(20).text()).isEqualTo("more\nand\nmore\nlines");
    }

    @Test
    void putsLinesForGoodAboveThoseThatLive() {
        lines.show(List.of("living", "and well"));
        lines.print("for good");
        lines.show(List.of("living"));
        lines.print("for good too");

        assertThat(screen(20).text()).isEqualTo("for good\nfor good too\nliving");
    }

    @Test
    void clipsWhatLivesAndWrapsWhatStays() {
        lines.show(List.of("0123456789abc", "x"));
        lines.print("9876543210abc");
        lines.show(List.of("0123456789abc", "y"));

        assertThat(screen(10).text()).isEqualTo("9876543210\nabc\n012345678c\ny");
    }

    @Test
    void leavesTheTerminalInOrderAfterEachWrite() {
        lines.show(List.of("living", "lines"));
        assertThat(out.toString()).endsWith("\033[?25h");

        lines.close();
        assertThat(screen(20).text()).isEmpty();
        assertThat(screen(20).isLeftInOrder()).isTrue();
    }

    @Test
    void showsNothingAnyMoreOnceItIsClosed() {
        lines.show(List.of("living"));
        lines.close();
        lines.show(List.of("a painter that comes late"));

        assertThat(screen(20).text()).isEmpty();
    }

    @Test
    void isNotDisturbedByTheSignOfAnInterruption() {
        lines.show(List.of("0123456789", "0123456789"));
        // The terminal itself writes this where the cursor is.
        out.write("^C");
        lines.close();

        assertThat(screen(10).text()).isEmpty();
    }

    private Screen screen(int columns) {
        return Screen.after(columns, out.toString());
    }
}
