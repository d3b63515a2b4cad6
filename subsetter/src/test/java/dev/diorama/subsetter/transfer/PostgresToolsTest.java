package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.failure.SubsetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresToolsTest {
    @TempDir
    private Path root = Path.of("");

    @Test
    void takesTheOldestThatIsNotTooOld() throws IOException {
        List<Path> folders = List.of(tools("a", 14), tools("b", 17), tools("c", 16));

        assertThat(PostgresTools.find(15, folders)).isEqualTo(new PostgresTools(folders.get(2), 16));
    }

    @Test
    void looksIntoThePathAndTheFoldersOfVersions() throws IOException {
        Path onPath = tools("bin", 15);
        Path versioned = tools("lib/17/bin", 17);
        tools("lib/other/bin", 18);
        Map<String, String> environment = Map.of("PATH", onPath + ":/does/not/exist");

        assertThat(PostgresTools.folders(environment, List.of(root.resolve("lib"), root.resolve("nowhere"))))
                .containsExactly(onPath, versioned);
    }

    @Test
    void saysWhatToInstallWhereThereIsNone() {
        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> PostgresTools.find(17, List.of()))
                .withMessage(
                        """
                        pg_dump and pg_restore were not found. Install the client programs of PostgreSQL 17 or later:
                          Debian, Ubuntu:  apt-get install postgresql-client-17
                          Fedora, RHEL:    dnf install postgresql17
                          macOS:           brew install postgresql@17
                        or put the folder that holds them into PATH""");
    }

    @Test
    void saysWhichOnesAreTooOld() throws IOException {
        Path folder = tools("a", 14);

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> PostgresTools.find(17, List.of(folder)))
                .withMessageStartingWith(
                        "pg_dump is too old for the source: it runs PostgreSQL 17, found were 14 in %s. Install"
                                .formatted(folder));
    }

    private Path tools(String name, int major) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        for (String program : List.of("pg_dump", "pg_restore")) {
            Path file = folder.resolve(program);
            Files.writeString(file, "#!/bin/sh\necho '%s (PostgreSQL) %d.3'\n".formatted(program, major));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return folder;
    }
}
