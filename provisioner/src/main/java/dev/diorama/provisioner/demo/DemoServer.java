package dev.diorama.provisioner.demo;

import dev.diorama.provisioner.api.ApiClient;
import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.provisioner.installation.Installation;
import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The server in a JVM and a session of its own: Ctrl-C ends the demo, which then ends the server. */
final class DemoServer {
    private static final int POLL_MILLIS = 40;
    private static final int START_TIMEOUT_SECONDS = 60;
    private static final int LOG_LINES = 40;
    // It lives for minutes: starting fast is worth more than running fast.
    private static final List<String> JVM_FLAGS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m");

    private final Process process;
    private final Path log;
    private final ApiClient client;

    private DemoServer(Process process, Path log, ApiClient client) {
        this.process = process;
        this.log = log;
        this.client = client;
    }

    /** Starts the server at the client's address and returns once it answers. */
    static void start(
            Installation installation,
            DemoFolder folder,
            URI address,
            Staging staging,
            ConnectionUrl production,
            ApiClient client)
            throws InterruptedException {
        try {
            Files.createFile(
                    folder.serverConfiguration(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(folder.serverConfiguration(), configuration(folder, address, staging, production));
        } catch (IOException e) {
            throw new CommandFailure("The server's configuration cannot be written: " + e, e);
        }
        var command = installation.serverCommand(folder.serverConfiguration(), JVM_FLAGS).stream()
                .map(DemoServer::quoted)
                .collect(Collectors.joining(" ", "exec ", ""));
        var process =
                folder.serverProcess().start(command, folder.root(), System.getenv(), Optional.of(folder.serverLog()));
        new DemoServer(process, folder.serverLog(), client).awaitAnswer();
    }

    private static String configuration(DemoFolder folder, URI address, Staging staging, ConnectionUrl production) {
        return """
                port: %d
                public-url: %s
                home: "%s"
                state: "%s"
                staging: "%s"
                projects:
                  bookshop:
                    repository: "%s"
                    production: "%s"
                """
                .formatted(
                        address.getPort(),
                        address,
                        folder.serverHome(),
                        staging.state().withPassword(),
                        staging.provisioner().withPassword(),
                        folder.repository(),
                        production.withPassword());
    }

    private void awaitAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_TIMEOUT_SECONDS);
        while (!answers()) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new CommandFailure("The server ended with exit code %d before it answered:\n%s"
                        .formatted(process.exitValue(), lastLines()));
            }
            if (System.nanoTime() > deadline) {
                throw new CommandFailure(
                        "The server did not answer within %d s:\n%s".formatted(START_TIMEOUT_SECONDS, lastLines()));
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            client.environments();
            return true;
        } catch (CommandFailure e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return false;
        }
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(its log cannot be read: %s)".formatted(e);
        }
    }

    /** For a POSIX shell. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
