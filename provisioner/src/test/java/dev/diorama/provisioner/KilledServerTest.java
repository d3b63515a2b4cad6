package dev.diorama.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.environment.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is killed after any step leaves a world in which the next one ends in the same place. */
@Timeout(180)
class KilledServerTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Step.class)
    void endsReadyAfterBeingKilledBehindAStep(Step step) throws Exception {
        try (var world = new World(folder)) {
            world.commit(
                    "ratings",
                    Map.of(
                            "diorama.yml",
                            """
                            build: date > built.txt
                            services: {web: {run: "exec jwebserver -b 127.0.0.1 -p $PORT"}}
                            """,
                            "db/migration/V2__rating.sql",
                            "ALTER TABLE customer ADD rating integer NOT NULL DEFAULT 5;"));

            var killed = start(world, "ratings", step.word());
            await(killed, "ended " + step.word() + " done");
            killed.destroyForcibly().waitFor();
            assertThat(killed.exitValue()).as("killed, not ended").isEqualTo(137);

            var successor = start(world, "-", "-");
            try {
                await(successor, "phase ready");
            } finally {
                successor.destroyForcibly().waitFor();
            }

            try (var server = new ServerUnderTest(world.configuration())) {
                var environment = server.provisioner().find(World.PROJECT, 1).orElseThrow();
                assertThat(environment.phase()).isEqualTo(Phase.READY);
                assertThat(world.clones()).containsExactly("diorama_clone_1");
                assertThat(services(world)).hasSize(1);
                server.provisioner().destroy(environment);
                assertThat(server.settled(environment).phase()).isEqualTo(Phase.REMOVED);
                assertThat(world.clones()).isEmpty();
                assertThat(services(world)).isEmpty();
                assertThat(world.home().resolve("checkouts/1")).doesNotExist();
                assertThat(world.home().resolve("run/1")).doesNotExist();
            }
        }
    }

    @Test
    void removesTheSampleThatWasBeingMadeWhenTheServerWasKilled() throws Exception {
        try (var world = new World(folder)) {
            world.commit("ratings", Map.of("page.txt", "version 2"));
            var killed = start(world, "ratings", "-");
            while (world.unfinishedSamples().isEmpty() && killed.isAlive()) {
                Thread.onSpinWait();
            }
            killed.destroyForcibly().waitFor();
            assertThat(world.unfinishedSamples())
                    .as("what the killed server was building")
                    .isNotEmpty();

            try (var server = new ServerUnderTest(world.configuration())) {
                var environment = server.provisioner().find(World.PROJECT, 1).orElseThrow();
                assertThat(server.settled(environment).phase()).isEqualTo(Phase.READY);
                assertThat(world.unfinishedSamples()).isEmpty();
                server.provisioner().destroy(environment);
                server.settled(environment);
            }
        }
    }

    /** Every process whose working folder lies in the world's home: the services, whoever started them. */
    private static List<ProcessHandle> services(World world) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                                .startsWith(world.home());
                    } catch (IOException e) {
                        return false;
                    }
                })
                .toList();
    }

    private static Process start(World world, String branch, String standstill) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerUnderTest.class.getName(),
                        world.configurationFile().toString(),
                        branch,
                        standstill)
                .redirectErrorStream(true)
                .start();
    }

    private static void await(Process process, String line) throws IOException {
        var seen = new ArrayList<String>();
        BufferedReader reader = process.inputReader();
        for (var read = reader.readLine(); read != null; read = reader.readLine()) {
            seen.add(read);
            if (read.equals(line)) {
                return;
            }
        }
        throw new AssertionError(
                "The server ended before it printed \"%s\":\n%s".formatted(line, String.join("\n", seen)));
    }
}
