package dev.diorama.subsetter.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.progress.ProgressView.Copying;
import dev.diorama.subsetter.progress.ProgressView.Selecting;
import dev.diorama.subsetter.progress.ProgressView.Speed;
import dev.diorama.subsetter.progress.ProgressView.TableUnderWay;
import dev.diorama.subsetter.progress.ProgressView.Working;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.terminal.Style;
import dev.diorama.subsetter.terminal.TerminalSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressRendererTest {
    private static final Copying COPYING = new Copying(
            Duration.ofMillis(83_210),
            45,
            27,
            71_022,
            122_410,
            14_234_567,
            0.58,
            new Speed(22_134.5, 4_421_000),
            Optional.of(Duration.ofSeconds(61)),
            List.of(
                    underWay("public", "line", 30_000, 50_000),
                    underWay("accounting", "a_rather_long_name_for_a_table_of_accounts", 4, 9_000),
                    underWay("public", "red\033[31mherring", 1, 2),
                    underWay("public", "left out", 1, 1)));

    @Test
    void showsCopyingOnAWideTerminal() {
        assertThat(rendered(COPYING, 110, 30))
                .isEqualTo(
                        """
                        copy           83.21 s  ━━━━━━━━━━━━━━━━━━━━━━━─────────────────  58%  about 1 min left
                                                27 of 45 tables, 71,022 of 122,410 rows
                                                14.2 MB, 22,100 rows/s, 4.42 MB/s
                                                line                                                   30,000 of 50,000
                                                accounting.a_rather_long_name_for_a_table_of_accounts        4 of 9,000
                                                red�[31mherring                                                  1 of 2""");
    }

    @Test
    void showsCopyingOnAnUsualTerminal() {
        assertThat(rendered(COPYING, 80, 24))
                .isEqualTo(
                        """
                        copy           83.21 s  ━━━━━━━━━━━━━━━━━━━─────────────  58%  about 1 min left
                                                27 of 45 tables, 71,022 of 122,410 rows
                                                14.2 MB, 22,100 rows/s, 4.42 MB/s
                                                line                                   30,000 of 50,000
                                                accounting.a_rather_long_name_for_a_…        4 of 9,000
                                                red�[31mherring                                  1 of 2""");
    }

    @Test
    void showsCopyingOnANarrowTerminal() {
        assertThat(rendered(COPYING, 40, 24))
                .isEqualTo(
                        """
                        copy           83.21 s   58%
                          27 of 45 tables,
                          71,022 of 122,410 rows
                          14.2 MB, 22,100 rows/s, 4.42 MB/s
                          line                 30,000 of 50,000
                          accounting.a_rathe…        4 of 9,000
                          red�[31mherring                1 of 2""");
    }

    @Test
    void showsNoMoreLinesThanFit() {
        assertThat(rendered(COPYING, 80, 4).lines()).hasSize(3);
        assertThat(rendered(COPYING, 80, 1).lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 40, 41, 60, 64, 66, 80, 81, 100, 200})
    void fitsIntoAnyWidth(int columns) {
        for (ProgressView view : List.of(COPYING, new Selecting(Duration.ofHours(30), 400, 399, 1_000_000_000))) {
            assertThat(rendered(view, columns, 24).lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(Math.max(2, columns)));
        }
    }

    @Test
    void showsSelecting() {
        assertThat(rendered(new Selecting(Duration.ofMillis(900), 45, 12, 40_123), 80, 24))
                .isEqualTo(
                        """
                        select          0.90 s
                                                12 of 45 tables, 40,123 rows""");
    }

    @Test
    void showsAPhaseThatOnlyTakesItsTime() {
        assertThat(rendered(new Working(PhaseName.CONSTRAINTS, Duration.ofMillis(12_345), ""), 80, 24))
                .isEqualTo("constraints    12.35 s");
    }

    @Test
    void coloursWhatIsDoneAndDimsWhatIsOnlyThereForThoseWhoLookForIt() {
        List<String> lines = new ProgressRenderer(Style.COLOURED, new TerminalSize(80, 24)).lines(COPYING);

        assertThat(lines.getFirst()).contains("\033[36m━━━━━━━━━━━━━━━━━━━\033[0m\033[2m─────────────\033[0m  58%");
        assertThat(lines.get(1)).startsWith("\033[2m   ").endsWith("71,022 of 122,410 rows\033[0m");
    }

    private static TableUnderWay underWay(String schema, String table, long rows, long totalRows) {
        return new TableUnderWay(new TableName(schema, table), rows, totalRows);
    }

    private static String rendered(ProgressView view, int columns, int rows) {
        return String.join("\n", new ProgressRenderer(Style.PLAIN, new TerminalSize(columns, rows)).lines(view));
    }
}
