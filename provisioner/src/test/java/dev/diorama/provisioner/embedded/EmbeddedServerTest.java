package dev.diorama.provisioner.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diorama.subsetter.failure.SubsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    Path folder;

    @Test
    void asksEverybodyForThePassword() {
        try (var server = EmbeddedServer.start(folder.resolve("server"))) {
            var url = server.administrator();

            assertThatThrownBy(() -> url.withUser("postgres", "wrong").connect())
                    .isInstanceOf(SubsetException.class);
        }
    }

    @Test
    void leavesNothingWhenItIsClosed() throws Exception {
        try (var server = EmbeddedServer.start(folder.resolve("server"));
                var connection = server.administrator().connect();
                var row = connection.createStatement().executeQuery("SELECT current_setting('server_version')")) {
            row.next();
            assertThat(row.getString(1)).startsWith("15.");
        }

        assertThat(folder).isEmptyDirectory();
        assertThat(processes()).isZero();
    }

    @Test
    void isRemovedWithoutItsStarter() {
        EmbeddedServer.start(folder.resolve("server"));
        assertThat(processes()).isPositive();

        EmbeddedServer.removeLeftover(folder.resolve("server"));

        assertThat(folder).isEmptyDirectory();
        assertThat(processes()).isZero();
    }

    @Test
    void removesAServerThatWasKilled() {
        var server = folder.resolve("server");
        EmbeddedServer.start(server);
        var postmaster = Postmaster.of(server.resolve("data")).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();

        EmbeddedServer.removeLeftover(server);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNotTakeAnotherProcessForItsServer() throws Exception {
        var data = Files.createDirectories(folder.resolve("server/data"));
        Files.writeString(
                data.resolve("postmaster.pid"),
                "%d\n%s\n1000000000\n5432\n".formatted(ProcessHandle.current().pid(), data));

        EmbeddedServer.removeLeftover(folder.resolve("server"));

        assertThat(folder).isEmptyDirectory();
    }

    private long processes() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(folder.toString()))
                .count();
    }
}
