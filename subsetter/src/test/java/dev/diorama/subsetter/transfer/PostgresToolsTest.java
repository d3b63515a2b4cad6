package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.failure.SubsetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresToolsTest {
    private static final Map<String, String> NO_ENGINE = Map.of("PATH", "/does/not/exist");

    @TempDir
    private Path root = Path.of("");

    private final List<String> notices = new ArrayList<>();

    @Test
    void takesTheOldestThatIsNotTooOld() throws IOException {
        List<LocalTools> local = LocalTools.in(List.of(tools("a", 14), tools("b", 17), tools("c", 16)));

        assertThat(PostgresTools.find(15, local, NO_ENGINE, notices::add))
                .isEqualTo(new LocalTools(root.resolve("c"), 16));
        assertThat(notices).isEmpty();
    }

    @Test
    void looksIntoThePathAndTheFoldersOfVersions() throws IOException {
        Path onPath = tools("bin", 15);
        Path versioned = tools("lib/17/bin", 17);
        tools("lib/other/bin", 18);
        Map<String, String> environment = Map.of("PATH", onPath + ":/does/not/exist");

        assertThat(LocalTools.folders(environment, List.of(root.resolve("lib"), root.resolve("nowhere"))))
                .containsExactly(onPath, versioned);
    }

    @Test
    void passesOverDebiansWrapperWhichStartsWhatLiesInAFolderOfVersions() throws IOException {
        Path onPath = tools("bin", 15);
        Path versioned = tools("lib/15/bin", 15);
        Path wrapper = Files.move(onPath.resolve("pg_dump"), root.resolve("pg_wrapper"));
        Files.createSymbolicLink(onPath.resolve("pg_dump"), wrapper);

        assertThat(LocalTools.folders(Map.of("PATH", onPath.toString()), List.of(root.resolve("lib"))))
                .containsExactly(versioned);
    }

    @Test
    void takesThemOutOfAnImageWhereThisMachineHasNone() throws IOException {
        Map<String, String> environment = Map.of(
                "PATH", docker("echo 'pg_dump (PostgreSQL) 17.5'"), "DIORAMA_POSTGRES_IMAGE", "registry/postgres");

        assertThat(PostgresTools.find(17, List.of(), environment, notices::add))
                .isEqualTo(new ImageTools(root.resolve("docker-bin/docker"), "registry/postgres:17", 17));
        assertThat(notices)
                .containsExactly("no pg_dump of PostgreSQL 17 or later on this machine: using the one in the image"
                        + " registry/postgres:17");
    }

    @Test
    void saysWhatToInstallWhereThereIsNone() {
        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> PostgresTools.find(17, List.of(), NO_ENGINE, notices::add))
                .withMessage(
                        """
                        pg_dump and pg_restore were not found, and no Docker Engine answers that could bring them. \
                        Install the client programs of PostgreSQL 17 or later:
                          Debian, Ubuntu:  apt-get install postgresql-client-17
                          Fedora, RHEL:    dnf install postgresql17
                          macOS:           brew install postgresql@17
                        or put the folder that holds them into PATH, or start a Docker Engine, which has them in \
                        postgres:17""");
    }

    @Test
    void saysWhichOnesAreTooOldAndWhyTheImageIsOfNoUse() throws IOException {
        Path folder = tools("a", 14);
        List<LocalTools> local = LocalTools.in(List.of(folder));
        Map<String, String> environment =
                Map.of("PATH", docker("echo 'Unable to find image' >&2; echo 'Error: no such host' >&2; exit 125"));

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> PostgresTools.find(17, local, environment, notices::add))
                .withMessageStartingWith(
                        "pg_dump is too old for the source: it runs PostgreSQL 17, found were 14 in %s, and the image postgres:17 could not be run: Error: no such host. Install"
                                .formatted(folder));
    }

    @Test
    void takesNoImageThatIsTooOld() throws IOException {
        Map<String, String> environment = Map.of("PATH", docker("echo 'pg_dump (PostgreSQL) 15.1'"));

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> PostgresTools.find(17, List.of(), environment, notices::add))
                .withMessageStartingWith(
                        "pg_dump and pg_restore were not found, and the image postgres:17 has only version 15. Install");
    }

    private Path tools(String name, int major) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        for (String program : List.of("pg_dump", "pg_restore")) {
            script(folder.resolve(program), "echo '%s (PostgreSQL) %d.3'".formatted(program, major));
        }
        return folder;
    }

    /** A search path to an engine's command line that answers and does one thing in every container. */
    private String docker(String inContainer) throws IOException {
        Path folder = Files.createDirectories(root.resolve("docker-bin"));
        script(folder.resolve("docker"), "[ \"$1\" = version ] && exit\n" + inContainer);
        return folder.toString();
    }

    private static void script(Path file, String lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n%s\n".formatted(lines));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
