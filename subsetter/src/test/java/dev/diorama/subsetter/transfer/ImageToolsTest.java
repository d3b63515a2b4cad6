package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script in docker's place writes down how it was called, and does what the container would. */
class ImageToolsTest {
    private static final ConnectionUrl URL =
            ConnectionUrl.parse("postgresql://reader:secret@db.example:6543/shop?sslmode=require");

    @TempDir
    private Path root = Path.of("");

    @Test
    void writesWhatTheProgramSaysIntoAFileAndKeepsThePasswordOutOfArguments() throws IOException {
        Path output = root.resolve("archive");

        ToolRun.Outcome outcome = run(
                """
                printf '%s\\n' "$@" >arguments
                env | grep '^PGPASSWORD' >environment
                echo archive
                echo 'pg_dump: warning: none' >&2""",
                ToolCall.dump(List.of("--schema-only"), output));

        assertThat(outcome).isEqualTo(new ToolRun.Outcome(0, List.of("pg_dump: warning: none")));
        assertThat(output).hasContent("archive");
        assertThat(Files.readString(root.resolve("arguments")).replaceFirst("--name=diorama-\\d+-\\d+", "--name=…"))
                .isEqualTo(
                        """
                        run
                        --rm
                        --interactive
                        --network=host
                        --name=…
                        --env=LC_ALL
                        --env=PGAPPNAME
                        --env=PGCONNECT_TIMEOUT
                        --env=PGDATABASE
                        --env=PGHOST
                        --env=PGPASSWORD
                        --env=PGPORT
                        --env=PGSSLMODE
                        --env=PGUSER
                        --entrypoint=pg_dump
                        postgres:17
                        --schema-only
                        """);
        assertThat(root.resolve("environment")).hasContent("PGPASSWORD=secret");
    }

    @Test
    void bringsTheEntriesAndTheArchiveIntoTheContainer() throws IOException {
        Path entries =
                Files.writeString(root.resolve("entries"), "1; 2 3 TABLE public \\n a\n\n4; 5 6 VIEW public b\n");
        Path archive = Files.write(root.resolve("archive"), new byte[] {'.', '\n', 0, (byte) 0xff, '\n', 'x'});

        ToolRun.Outcome outcome = run(
                """
                while [ "$1" != --entrypoint=sh ]; do shift; done
                shift 3
                script=$(printf '%s' "$1" | sed "s#/tmp/#$PWD/in-#g")
                shift 2
                shift
                exec sh -c "$script" sh printf '%s\\n' pg_restore "$@" >&2""",
                new ToolCall(
                        "pg_restore",
                        List.of("--section=pre-data"),
                        Optional.of(entries),
                        Optional.of(archive),
                        Optional.empty()));

        assertThat(outcome)
                .isEqualTo(new ToolRun.Outcome(
                        0,
                        List.of(
                                "pg_restore",
                                "--section=pre-data",
                                "--use-list=/tmp/diorama-entries",
                                "/tmp/diorama-archive")));
        assertThat(root.resolve("in-diorama-entries")).hasSameBinaryContentAs(entries);
        assertThat(root.resolve("in-diorama-archive")).hasSameBinaryContentAs(archive);
    }

    private ToolRun.Outcome run(String docker, ToolCall call) throws IOException {
        Path program = Files.writeString(root.resolve("docker"), "#!/bin/sh\ncd '%s'\n%s\n".formatted(root, docker));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new ToolRun(new ImageTools(program, "postgres:17", 17), URL, new Cancellation()).run(call);
    }
}
