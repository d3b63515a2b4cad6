package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.delivery.ExistingTarget;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.testing.CommandProcess;
import dev.diorama.subsetter.testing.OtherServer;
import dev.diorama.subsetter.testing.Programs;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.testing.SmallDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines that run out of something while a run is to replace a sample. */
class ExhaustedServerTest {
    private static final String OLD = "CREATE TABLE memory AS SELECT 'old' AS of_things";

    @TempDir
    private Path folder = Path.of("");

    private final ConnectionUrl source = Server.database(
            """
            CREATE TABLE thing (id int PRIMARY KEY, name text NOT NULL);
            INSERT INTO thing SELECT i, repeat('x', 100) FROM generate_series(1, 50000) i;
            CREATE INDEX ON thing (name, id);
            """);
    private final OtherServer server = OtherServer.start(builder -> builder.setServerConfig("max_connections", "12"));
    private final ConnectionUrl target = server.database("sample", OLD);
    private final SubsetRequest request = SubsetRequest.of(source, target, 1)
            .withExisting(ExistingTarget.REPLACE)
            .withConfiguration(SampleConfiguration.parse("diorama.yml", "sample:\n  tables:\n    thing: all\n"));

    @AfterEach
    void stop() {
        server.close();
    }

    /** The rows take seven megabytes, and the indexes some more. */
    @ParameterizedTest
    @CsvSource({"4, COPY", "9, CONSTRAINTS"})
    void targetsDiskIsFull(int megabytes, PhaseName phase) {
        List<PhaseName> reached = new ArrayList<>();
        Path tablespace = folder.resolve("tablespace");
        try (SmallDisk disk = SmallDisk.mount(folder, megabytes)) {
            Programs.run("mkdir", tablespace.toString());
            Server.execute(target, "CREATE TABLESPACE small LOCATION '%s'".formatted(tablespace));
            Server.execute(target, "ALTER ROLE postgres SET default_tablespace = small");

            assertThat(withoutFile(failure(request, new SubsetListener() {
                        @Override
                        public void phaseStarted(PhaseName started) {
                            reached.add(started);
                        }
                    })))
                    .isEqualTo(
                            "The target's server, localhost port %d, has no room left on its disk: could not extend file \"…\": No space left on device. Free some there, or let the law keep fewer rows"
                                    .formatted(target.port()));
            assertThat(reached).last().isEqualTo(phase);
            assertThat(disk.folder()).exists();
            assertOldIsThere();

            Server.execute(target, "ALTER ROLE postgres RESET default_tablespace");
            nextRunSucceeds();
        }
    }

    @Test
    void thisMachinesDiskIsFull() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(folder, 1)) {
            Path filler = Files.createFile(disk.folder().resolve("filler"));
            fill(filler);
            try (CommandProcess run = CommandProcess.start(
                    Map.of(),
                    List.of("-XX:-UsePerfData", "-Djava.io.tmpdir=" + disk.folder()),
                    "--source",
                    source.toString(),
                    "--target",
                    target.toString(),
                    "--replace")) {
                CommandProcess.Result result = run.await();

                assertThat(result.errors())
                        .isEqualTo(
                                "diorama: There is no room for the schema in \"%s\" on this machine: free some, or name another folder in JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=…"
                                        .formatted(disk.folder()));
                assertThat(result.exitCode()).isEqualTo(1);
            }
            assertOldIsThere();
        }
    }

    @ParameterizedTest
    @CsvSource({"COPY", "CONSTRAINTS"})
    void targetHasNoConnectionLeft(PhaseName phase) {
        List<Connection> others = new ArrayList<>();
        try {
            assertThat(withoutTemporaryName(failure(request, new SubsetListener() {
                        @Override
                        public void phaseStarted(PhaseName started) {
                            if (started == phase) {
                                takeAllConnections(others);
                            }
                        }
                    })))
                    .endsWith(" has no free connection left: raise max_connections or lower --jobs");
        } finally {
            others.forEach(ExhaustedServerTest::close);
        }
        assertThat(Server.query(target, "SELECT of_things FROM memory")).containsExactly("old");

        nextRunSucceeds();
    }

    private void takeAllConnections(List<Connection> others) {
        while (true) {
            try {
                others.add(Server.connect(target.withDatabase("postgres")));
            } catch (SQLException e) {
                return;
            }
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private static String failure(SubsetRequest request, SubsetListener listener) {
        return String.valueOf(catchThrowableOfType(SubsetException.class, () -> Subsetter.run(request, listener))
                .getMessage());
    }

    private void assertOldIsThere() {
        assertThat(Server.query(target, "SELECT of_things FROM memory")).containsExactly("old");
        assertThat(leftovers()).isEmpty();
        assertThat(Server.isFreeOfRuns()).isTrue();
        assertThat(Server.isFreeOfRuns(target)).isTrue();
    }

    private void nextRunSucceeds() {
        Subsetter.run(request, SubsetListener.SILENT);

        assertThat(Server.number(target, "SELECT count(*) FROM thing")).isEqualTo(50_000);
        assertThat(leftovers()).isEmpty();
    }

    private List<String> leftovers() {
        return Server.query(target, "SELECT datname FROM pg_database WHERE datname ~ '^diorama'");
    }

    private static String withoutFile(String message) {
        return message.replaceAll("file \"[^\"]*\"", "file \"…\"");
    }

    private static String withoutTemporaryName(String message) {
        return message.replaceAll("diorama_building_\\d+_[0-9a-f]{8}", "diorama_building_…");
    }
}
