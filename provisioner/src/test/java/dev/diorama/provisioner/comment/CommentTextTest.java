package dev.diorama.provisioner.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.provisioner.environment.AppliedMigration;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.EnvironmentId;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.environment.Step;
import dev.diorama.provisioner.environment.StepRecord;
import dev.diorama.provisioner.environment.StepState;
import dev.diorama.provisioner.environment.Wanted;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommentTextTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void tellsThatAnEnvironmentIsReady() throws IOException {
        var state = new CommentState(
                environment(Phase.READY),
                URI.create("http://pr-1.bookshop.localhost:7070/"),
                Arrays.stream(Step.values())
                        .map(step -> record(step, StepState.DONE, "done by _someone_", ""))
                        .toList(),
                Optional.of(
                        SampledData.parse(
                                """
                        {"tables": [
                          {"schema": "public", "table": "country", "sourceRows": 10, "rows": 3},
                          {"schema": "sales", "table": "order_line", "sourceRows": 1000000, "rows": 10000}],
                         "foreignKeys": {"declared": 18, "validated": 18},
                         "masks": [
                          {"schema": "public", "table": "person", "column": "email", "masker": "email", "rows": 3},
                          {"schema": "public", "table": "person", "column": "name", "masker": "full-name", "rows": 3},
                          {"schema": "public", "table": "person", "column": "nick", "masker": "keep"}]}
                        """)),
                List.of(
                        new AppliedMigration("5", "ratings", Duration.ofMillis(41)),
                        new AppliedMigration("6", "average rating", Duration.ofMillis(1_260))));

        assertThat(CommentText.render(state)).isEqualTo(golden("ready.md"));
    }

    @Test
    void tellsWhyAnEnvironmentFailed() throws IOException {
        var log = IntStream.rangeClosed(1, 40)
                .mapToObj(line -> line == 40 ? "``` @everyone <script>" : "line " + line)
                .collect(Collectors.joining("\n"));
        var state = new CommentState(
                environment(Phase.FAILED),
                URI.create("http://pr-1.bookshop.localhost:7070/"),
                List.of(
                        record(Step.CHECKOUT, StepState.DONE, "commit aaaaaaa, 1 service", ""),
                        record(
                                Step.BUILD,
                                StepState.FAILED,
                                "The build command ended with exit code 1: a | b @you",
                                log)),
                Optional.empty(),
                List.of());

        assertThat(CommentText.render(state)).isEqualTo(golden("failed.md"));
    }

    @Test
    void tellsThatAnEnvironmentWasRemoved() throws IOException {
        var state = new CommentState(
                environment(Phase.REMOVED),
                URI.create("http://pr-1.bookshop.localhost:7070/"),
                List.of(),
                Optional.empty(),
                List.of());

        assertThat(CommentText.render(state)).isEqualTo(golden("removed.md"));
    }

    private static StepRecord record(Step step, StepState state, String detail, String log) {
        return new StepRecord(step, state, START, Optional.of(START.plusMillis(1_250)), detail, log);
    }

    private static Environment environment(Phase phase) {
        return new Environment(
                1,
                new EnvironmentId("local", "bookshop", 1),
                "bookshop",
                "Ratings",
                "rat`ings",
                "a".repeat(40),
                Wanted.PRESENT,
                2,
                1,
                phase,
                Optional.empty(),
                9);
    }

    private static String golden(String name) throws IOException {
        try (var stream = CommentTextTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
