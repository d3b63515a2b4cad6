package dev.diorama.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgSampleTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void asksForTheTargetOfEveryTable() {
        PgSample sample =
                new PgSample(Path.of("pg_sample"), new TreeMap<>(Map.of("accounts", 50_650L, "books", 6_136L)));

        assertThat(sample.limits()).isEqualTo("public.accounts = 50650, public.books = 6136");
    }

    @Test
    void isFoundInThePathWhereItCanBeRun() throws IOException {
        Path program = Files.writeString(folder.resolve("pg_sample"), "#!/usr/bin/env perl\n");

        assertThat(PgSample.find("/does/not/exist:" + folder)).isEmpty();

        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(PgSample.find("/does/not/exist:" + folder)).contains(program);
    }
}
