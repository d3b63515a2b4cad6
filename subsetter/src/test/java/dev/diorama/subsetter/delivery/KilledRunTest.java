package dev.diorama.subsetter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.testing.CommandProcess;
import dev.diorama.subsetter.testing.Server;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs in processes of their own that are to replace a sample and end before their time. */
class KilledRunTest {
    private static final int KILLED = 128 + 9;
    private static final ConnectionUrl SUPERUSER = Server.url("postgres");
    private static final String OLD = "CREATE TABLE memory AS SELECT 'old' AS of_things";
    /** What begins with "nap" takes a minute, and only in the sample. */
    private static final String NEW =
            """
            CREATE TABLE memory AS SELECT 'new' AS of_things;
            CREATE TABLE country (id int PRIMARY KEY);
            CREATE TABLE city (id int PRIMARY KEY, country_id int NOT NULL REFERENCES country);
            INSERT INTO country SELECT i FROM generate_series(1, 10) i;
            INSERT INTO city SELECT i, i % 10 + 1 FROM generate_series(1, 1000) i;
            CREATE MATERIALIZED VIEW cities AS SELECT count(*) FROM city;
            CREATE FUNCTION nap(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS
                $$ BEGIN IF current_database() ~ '^diorama' THEN PERFORM pg_sleep(60); END IF; RETURN 1; END $$;
            """;

    @TempDir
    private Path folder = Path.of("");

    private final ConnectionUrl source = Server.database(NEW);
    private final ConnectionUrl target = Server.database(OLD);

    @AfterEach
    void remove() {
        Server.execute(SUPERUSER, "DROP DATABASE \"%s\" WITH (FORCE)".formatted(target.database()));
    }

    @ParameterizedTest
    @EnumSource(PhaseName.class)
    void leavesNothingThatTheNextRunDoesNotRemove(PhaseName phase) {
        try (CommandProcess run = CommandProcess.heldAfter(phase.label(), arguments())) {
            run.signal("KILL");

            assertThat(run.await().exitCode()).isEqualTo(KILLED);
        }
        assertThat(Server.isFreeOfRuns()).isTrue();
        assertThat(memory()).isEqualTo(phase == PhaseName.DELIVER ? "new" : "old");

        nextRunSucceeds();
    }

    @Test
    void leavesNoTransactionWhereTheTargetDoesNotAnswer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                CommandProcess run = CommandProcess.start(
                        "--source",
                        source.toString(),
                        "--target",
                        "postgresql://postgres@localhost:%d/sample".formatted(silent.getLocalPort()));
                Socket asked = silent.accept()) {
            assertThat(asked.isConnected()).isTrue();
            await("pg_stat_activity WHERE application_name ~ '^diorama' AND state = 'idle in transaction'");
            run.signal("KILL");

            assertThat(run.await().exitCode()).isEqualTo(KILLED);
        }
        assertThat(Server.isFreeOfRuns()).isTrue();
    }

    @Test
    void endsPgDumpToo() throws IOException {
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Path started = folder.resolve("started");
        for (String name : List.of("pg_dump", "pg_restore")) {
            Path program = Files.writeString(
                    programs.resolve(name),
                    """
                    #!/bin/sh
                    [ "$1" = --version ] && echo "%s (PostgreSQL) 15.0" && exit
                    echo $$ > '%s'
                    exec sleep 600
                    """
                            .formatted(name, started));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        try (CommandProcess run =
                CommandProcess.start(Map.of("PATH", programs + ":" + System.getenv("PATH")), List.of(), arguments())) {
            while (!Files.exists(started) || Files.size(started) == 0) {
                Thread.onSpinWait();
            }
            run.signal("KILL");
            run.await();
        }
        ProcessHandle.of(Long.parseLong(Files.readString(started).strip()))
                .ifPresent(program -> program.onExit().join());
        assertThat(memory()).isEqualTo("old");

        nextRunSucceeds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            TERM | 143 | ALTER TABLE city ADD CHECK (nap(id) = 1)
            KILL | 137 | ALTER TABLE city ADD CHECK (nap(id) = 1)
            INT  | 130 | CREATE INDEX ON city (nap(id))
            KILL | 137 | CREATE INDEX ON city (nap(id))
            KILL | 137 | CREATE MATERIALIZED VIEW naps AS SELECT public.nap(1)
            """)
    void endsAtOnceInTheMidstOfAStatement(String signal, int exitCode, String slow) {
        Server.execute(source, slow);
        try (CommandProcess run = CommandProcess.start(arguments())) {
            await("pg_stat_activity WHERE datname ~ '^diorama' AND wait_event = 'PgSleep'");
            run.signal(signal);

            CommandProcess.Result result = run.await();
            assertThat(result.exitCode()).isEqualTo(exitCode);
            assertThat(result.errors())
                    .isEqualTo(
                            signal.equals("KILL")
                                    ? ""
                                    : "diorama: The run was interrupted; nothing of it is left behind");
        }
        assertThat(memory()).isEqualTo("old");
        if (!signal.equals("KILL")) {
            assertThat(leftovers()).isEmpty();
            assertThat(Server.isFreeOfRuns()).isTrue();
        }

        Server.execute(source, "CREATE OR REPLACE FUNCTION nap(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 1'");
        nextRunSucceeds();
    }

    /** Here nobody ends the statements but the server, which notices that their clients are gone. */
    @Test
    void leavesNoStatementThatWaitsOnTheSource() throws SQLException {
        try (Connection holder = source.connect();
                Statement lock = holder.createStatement();
                CommandProcess run = CommandProcess.start(arguments("--lock-timeout=0"))) {
            holder.setAutoCommit(false);
            lock.execute("LOCK TABLE city IN ACCESS EXCLUSIVE MODE");
            await("pg_stat_activity WHERE application_name ~ '^diorama' AND wait_event_type = 'Lock'");
            run.signal("KILL");

            assertThat(run.await().exitCode()).isEqualTo(KILLED);
            assertThat(Server.isFreeOfRuns()).isTrue();
        }
        nextRunSucceeds();
    }

    private void nextRunSucceeds() {
        Subsetter.run(SubsetRequest.of(source, target, 1).withExisting(ExistingTarget.REPLACE), SubsetListener.SILENT);

        assertThat(memory()).isEqualTo("new");
        assertThat(leftovers()).isEmpty();
        assertThat(Server.isFreeOfRuns()).isTrue();
    }

    private String[] arguments(String... others) {
        return Stream.concat(
                        Stream.of("--source", source.toString(), "--target", target.toString(), "--replace"),
                        Stream.of(others))
                .toArray(String[]::new);
    }

    private String memory() {
        return Server.query(target, "SELECT of_things FROM memory").getFirst();
    }

    private static Stream<String> leftovers() {
        return Server.databases().stream().filter(name -> name.startsWith("diorama_"));
    }

    /** Waits until there is such a row. */
    private static void await(String rows) {
        while (Server.number(SUPERUSER, "SELECT count(*) FROM pg_sleep(0.02), " + rows) == 0) {
            Thread.onSpinWait();
        }
    }
}
