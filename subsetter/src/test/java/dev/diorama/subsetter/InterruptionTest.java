package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterruptionTest {
    private static final String THINGS =
            """
            CREATE TABLE thing (id int PRIMARY KEY);
            INSERT INTO thing SELECT i FROM generate_series(1, 1000) i;
            CREATE MATERIALIZED VIEW things AS SELECT count(*) AS n FROM thing;
            """;

    @ParameterizedTest
    @EnumSource(PhaseName.class)
    void leavesNothingBehindWhereverItIsInterrupted(PhaseName phase) {
        ConnectionUrl source = Server.database(THINGS);
        ConnectionUrl target = Server.url(Server.newName("sample"));
        CompletableFuture<Void> reached = new CompletableFuture<>();
        SubsetListener listener = new SubsetListener() {
            @Override
            public void phaseStarted(PhaseName started) {
                if (started == phase) {
                    reached.complete(null);
                    pause();
                }
            }
        };

        Run run = Run.start(SubsetRequest.of(source, target, 1), listener);
        reached.join();
        run.thread().interrupt();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(run.result()::join)
                .withCauseInstanceOf(SubsetException.class)
                .withMessageContaining("interrupted");
        assertNothingIsLeft(target);
    }

    @Test
    void stopsAStatementThatTakesLong() {
        ConnectionUrl source = Server.database(
                """
                CREATE TABLE thing (id int PRIMARY KEY);
                INSERT INTO thing VALUES (1);
                CREATE FUNCTION nap() RETURNS int LANGUAGE plpgsql AS
                    $$ BEGIN IF current_database() ~ '^diorama' THEN PERFORM pg_sleep(60); END IF; RETURN 1; END $$;
                CREATE MATERIALIZED VIEW slow AS SELECT nap();
                """);
        ConnectionUrl target = Server.url(Server.newName("sample"));
        CompletableFuture<Void> reached = new CompletableFuture<>();
        SubsetListener listener = new SubsetListener() {
            @Override
            public void phaseStarted(PhaseName started) {
                if (started == PhaseName.FINISH) {
                    reached.complete(null);
                }
            }
        };
        long start = System.nanoTime();

        Run run = Run.start(SubsetRequest.of(source, target, 1), listener);
        reached.join();
        run.thread().interrupt();

        assertThatExceptionOfType(CompletionException.class).isThrownBy(run.result()::join);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertNothingIsLeft(target);
    }

    @Test
    void removesWhatKilledRunsLeftAndNothingElse() {
        List<String> left = List.of(
                "diorama_building_1700000000_0123abcd",
                "diorama_building_99999999999_fedcba98",
                "diorama_replaced_1700000000_0123abcd");
        List<String> others = List.of("diorama_building_of_somebody_else", "diorama_sample_1700000000_0123abcd");
        Stream.concat(left.stream(), others.stream())
                .forEach(name -> Server.execute(Server.url("postgres"), "CREATE DATABASE " + name));
        Server.execute(Server.url("postgres"), "ALTER DATABASE " + left.getLast() + " IS_TEMPLATE true");

        Samples.of(Server.database("CREATE TABLE thing (id int)"));

        assertThat(Server.databases()).doesNotContainAnyElementsOf(left).containsAll(others);
        others.forEach(name -> Server.execute(Server.url("postgres"), "DROP DATABASE " + name));
    }

    @Test
    void leavesTheDatabaseAloneThatAnotherRunBuilds() {
        ConnectionUrl target = Server.url(Server.newName("sample"));

        Subsetter.run(SubsetRequest.of(Server.database(THINGS), target, 1), new SubsetListener() {
            @Override
            public void phaseStarted(PhaseName phase) {
                if (phase == PhaseName.COPY || phase == PhaseName.DELIVER) {
                    Samples.of(Server.database(THINGS));
                }
            }
        });

        assertThat(Server.number(target, "SELECT count(*) FROM thing")).isEqualTo(77);
    }

    @Test
    void removesTheSchemaFileOfAKilledRunAndNoOther() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Path abandoned = Files.createTempFile(folder, "diorama-schema-%d-".formatted(ended.pid()), ".dump");
        Path inUse = Files.createTempFile(
                folder, "diorama-schema-%d-".formatted(ProcessHandle.current().pid()), ".dump");

        Subsetter.run(
                SubsetRequest.of(Server.database(THINGS), Server.url(Server.newName("sample")), 1),
                SubsetListener.SILENT);

        assertThat(abandoned).doesNotExist();
        assertThat(inUse).exists();
        Files.delete(inUse);
    }

    private static void assertNothingIsLeft(ConnectionUrl target) {
        assertThat(Server.databases())
                .doesNotContain(target.database())
                .noneMatch(name -> name.startsWith("diorama_building"));
        assertThat(Server.isFreeOfRuns()).isTrue();
    }

    /** Holds the run up without hearing the interruption, as a statement would. */
    private static void pause() {
        long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private record Run(Thread thread, CompletableFuture<Void> result) {
        static Run start(SubsetRequest request, SubsetListener listener) {
            CompletableFuture<Void> result = new CompletableFuture<>();
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    Subsetter.run(request, listener);
                    result.complete(null);
                } catch (RuntimeException e) {
                    result.completeExceptionally(e);
                }
            });
            return new Run(thread, result);
        }
    }
}
