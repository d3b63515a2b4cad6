package dev.diorama.subsetter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    private static final TerminalSize SIZE = new TerminalSize(100, 30);

    @Test
    void hasColours() {
        assertThat(terminal(Map.of("TERM", "xterm"))).contains(new Terminal(Style.COLOURED, SIZE));
    }

    @ParameterizedTest
    @CsvSource({"1", "true", "please"})
    void hasNoColoursWhereNobodyWantsThem(String value) {
        assertThat(terminal(Map.of("TERM", "xterm", "NO_COLOR", value))).contains(new Terminal(Style.PLAIN, SIZE));
    }

    @Test
    void isNoneWhereLinesCannotBeWrittenOver() {
        assertThat(terminal(Map.of("TERM", "dumb"))).isEmpty();
        assertThat(terminal(Map.of())).isEmpty();
    }

    @Test
    void isNoneWhereNobodyWatches() {
        assertThat(terminal(Map.of("TERM", "xterm", "CI", "true"))).isEmpty();
        assertThat(terminal(Map.of("TERM", "xterm", "CI", "false"))).isPresent();
        assertThat(terminal(Map.of("TERM", "xterm", "CI", ""))).isPresent();
    }

    @Test
    void isNoneWhereStandardOutputLeadsElsewhere() {
        assertThat(Terminal.of(Map.of("TERM", "xterm"), Optional::empty)).isEmpty();
        // The output of a test is no terminal.
        assertThat(TerminalSize.ofStandardOutput()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'24 132\n',132,24", "'0 0\n',80,24", "'sh: stty: not found',80,24"})
    void isOfTheSizeThatItSays(String answer, int columns, int rows) {
        assertThat(TerminalSize.parse(answer)).isEqualTo(new TerminalSize(columns, rows));
    }

    private static Optional<Terminal> terminal(Map<String, String> environment) {
        return Terminal.of(environment, () -> Optional.of(SIZE));
    }
}
