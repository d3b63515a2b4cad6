package dev.diorama.subsetter.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.terminal.Style;
import dev.diorama.subsetter.terminal.Terminal;
import dev.diorama.subsetter.terminal.TerminalSize;
import dev.diorama.subsetter.testing.Golden;
import dev.diorama.subsetter.testing.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter out = new StringWriter();
    private final Rehearsal run = new Rehearsal(400);

    @Test
    void logsALineForEachPhaseAndOneEveryFewSecondsForHoweverManyTables() {
        try (Progress progress = new ProgressLog(new PrintWriter(out), run::nanoTime)) {
            run.findsTables(progress);
            progress.notice("Sequence \"a\" may not be read");
            run.selects(progress, Duration.ofMillis(20));
            run.phase(progress, PhaseName.COPY, () -> run.copies(progress, 400, Duration.ofMillis(360)));
            run.phase(progress, PhaseName.VERIFY, () -> {});
        }

        Golden.assertMatches(ProgressTest.class, "log.txt", out.toString());
    }

    @Test
    void logsQuickPhasesInOneLineEach() {
        try (Progress progress = new ProgressLog(new PrintWriter(out), run::nanoTime)) {
            run.findsTables(progress);
            run.selects(progress, Duration.ZERO);
            run.phase(progress, PhaseName.COPY, () -> run.copies(progress, 400, Duration.ofMillis(1)));
        }

        assertThat(out.toString())
                .isEqualTo(
                        """
                        connect         0.04 s  400 tables
                        count           0.04 s  400,000,000 rows
                        select          0.04 s  4,000,000 rows
                        copy            0.44 s  4,000,000 rows, 200 MB
                        """);
    }

    @Test
    void saysInALogWhichPhaseCameToNoEnd() {
        try (Progress progress = new ProgressLog(new PrintWriter(out), run::nanoTime)) {
            run.findsTables(progress);
            progress.phaseStarted(PhaseName.SELECT);
            run.waits(Duration.ofSeconds(2));
        }

        assertThat(out.toString())
                .isEqualTo(
                        """
                        connect         0.04 s  400 tables
                        count           0.04 s  400,000,000 rows
                        select          2.00 s  not finished
                        """);
    }

    @Test
    void livesOnATerminalAndLeavesOnlyWhatHasEnded() {
        try (LiveProgress progress = live()) {
            run.findsTables(progress);
            run.selects(progress, Duration.ofMillis(20));
            run.phase(progress, PhaseName.COPY, () -> {
                run.copies(progress, 100, Duration.ofMillis(100));
                progress.paint();
                assertThat(Screen.after(80, out.toString()).text())
                        .isEqualTo(
                                """
                                connect         0.04 s  400 tables
                                count           0.04 s  400,000,000 rows
                                select          8.04 s  4,000,000 rows
                                copy           10.04 s  ━━━━━━━━─────────────────────────  25%  about 30 s left
                                                        100 of 400 tables, 1,000,000 of 4,000,000 rows
                                                        50.0 MB, 99,600 rows/s, 4.98 MB/s""");
                progress.notice("Sequence \"a\" may not be read");
                run.copies(progress, 300, Duration.ofMillis(1));
                progress.paint();
            });
        }

        Screen screen = Screen.after(80, out.toString());
        assertThat(screen.text())
                .isEqualTo(
                        """
                        connect         0.04 s  400 tables
                        count           0.04 s  400,000,000 rows
                        select          8.04 s  4,000,000 rows
                        Sequence "a" may not be read
                        copy           10.34 s  4,000,000 rows, 200 MB, 387,000 rows/s, 19.3 MB/s""");
        assertThat(screen.isLeftInOrder()).isTrue();
        assertThat(screen.colours()).isZero();
    }

    @Test
    void leavesTheTerminalInOrderWhenARunFails() {
        try (LiveProgress progress = live()) {
            run.findsTables(progress);
            run.selects(progress, Duration.ZERO);
            progress.phaseStarted(PhaseName.COPY);
            run.copies(progress, 100, Duration.ofMillis(100));
            progress.paint();
        }

        Screen screen = Screen.after(80, out.toString());
        assertThat(screen.text())
                .isEqualTo(
                        """
                        connect         0.04 s  400 tables
                        count           0.04 s  400,000,000 rows
                        select          0.04 s  4,000,000 rows
                        copy           10.00 s  not finished""");
        assertThat(screen.isLeftInOrder()).isTrue();
    }

    private LiveProgress live() {
        Terminal terminal = new Terminal(Style.PLAIN, new TerminalSize(80, 24));
        return new LiveProgress(terminal, new PrintWriter(out), run::nanoTime);
    }
}
