package dev.diorama.subsetter.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.SubsetListener.TableToCopy;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.progress.ProgressView.Copying;
import dev.diorama.subsetter.progress.ProgressView.Speed;
import dev.diorama.subsetter.report.PhaseName;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunProgressTest {
    private static final TableName WIDE = new TableName("public", "wide");
    private static final TableName LONG = new TableName("public", "long");
    private static final TableName EMPTY = new TableName("public", "empty");

    private final Rehearsal run = new Rehearsal(3);
    private final RunProgress progress = new RunProgress(run::nanoTime);

    @Test
    void saysNothingBetweenTwoPhases() {
        assertThat(progress.view()).isEmpty();
        progress.phaseStarted(PhaseName.CONNECT);
        assertThat(progress.view()).isPresent();
        progress.phaseFinished(PhaseName.CONNECT, Duration.ofSeconds(1));
        assertThat(progress.view()).isEmpty();
    }

    @Test
    void weighsTablesByTheirBytes() {
        startCopying();
        run.waits(Duration.ofSeconds(10));
        progress.rowsCopied(WIDE, 1_000, 9_000_000);

        Copying view = view();

        // All of the table of 9 MB, nothing of the one of 1 MB, give or take what a table costs by itself.
        assertThat(view.share()).isBetween(0.89, 0.91);
        assertThat(view.left()).hasValueSatisfying(left -> assertThat(left)
                .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_200)));
        assertThat(view.tablesDone()).isEqualTo(2);
        assertThat(view.tables()).isEqualTo(3);
    }

    @Test
    void forgetsHowFastItWasLongAgo() {
        startCopying();
        for (int second = 0; second < 20; second++) {
            run.waits(Duration.ofSeconds(1));
            progress.rowsCopied(LONG, second < 10 ? 10_000 : 100, second < 10 ? 1_000_000 : 10_000);
            view();
        }

        assertThat(view().speed()).isEqualTo(new Speed(100, 10_000));
    }

    @Test
    void saysNotWhatIsLeftBeforeItCanKnow() {
        startCopying();
        assertThat(view().left()).isEmpty();
        run.waits(Duration.ofMillis(900));
        progress.rowsCopied(LONG, 10_000, 100_000);
        assertThat(view().left()).isEmpty();
        run.waits(Duration.ofMillis(100));
        assertThat(view().left()).isPresent();
    }

    @Test
    void staysAtAHundredPercentWhenATableHasMoreRowsThanItWasEstimatedToHave() {
        startCopying();
        run.waits(Duration.ofSeconds(2));
        progress.rowsCopied(WIDE, 2_000, 18_000_000);
        progress.rowsCopied(LONG, 200_000, 2_000_000);

        assertThat(view().share()).isEqualTo(1);
        assertThat(view().left()).contains(Duration.ZERO);
        assertThat(view().underWay()).isEmpty();
    }

    @Test
    void addsUpWhatSeveralThreadsSay() {
        startCopying();

        IntStream.range(0, 10_000).parallel().forEach(i -> progress.rowsCopied(LONG, 1, 10));

        assertThat(view().rows()).isEqualTo(10_000);
        assertThat(view().bytes()).isEqualTo(100_000);
    }

    private void startCopying() {
        progress.tablesFound(3);
        progress.selected(List.of(
                new TableToCopy(WIDE, 1_000, 9_000_000),
                new TableToCopy(LONG, 100_000, 1_000_000),
                new TableToCopy(EMPTY, 0, 0)));
        progress.phaseStarted(PhaseName.COPY);
    }

    private Copying view() {
        return (Copying) progress.view().orElseThrow();
    }
}
