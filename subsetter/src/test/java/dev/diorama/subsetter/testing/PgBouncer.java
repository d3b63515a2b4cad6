package dev.diorama.subsetter.testing;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A pgbouncer before the {@link Server}. */
public final class PgBouncer implements AutoCloseable {
    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one with settings of its own, lines of its configuration file, and its files in {@code folder}. */
    public static PgBouncer start(Path folder, String settings) {
        Path program = Programs.require("pgbouncer", "pgbouncer");
        try {
            int port = freePort();
            Path users = Files.writeString(folder.resolve("users.txt"), "\"postgres\" \"\"\n");
            Path configuration = Files.writeString(
                    folder.resolve("pgbouncer.ini"),
                    """
                    [databases]
                    * = host=127.0.0.1 port=%d
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = trust
                    auth_file = %s
                    %s
                    """
                            .formatted(Server.port(), port, users, settings));
            List<String> command = new ArrayList<>(List.of(program.toString(), "--quiet"));
            if (System.getProperty("user.name").equals("root")) {
                // It does not run as root.
                command.addAll(List.of("--user", "nobody"));
            }
            command.add(configuration.toString());
            PgBouncer bouncer = new PgBouncer(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start(),
                    port);
            bouncer.awaitConnections();
            return bouncer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same database by way of the pooler. */
    public ConnectionUrl through(ConnectionUrl url) {
        return ConnectionUrl.parse("postgresql://%s@localhost:%d/%s".formatted(url.user(), port, url.database()));
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void awaitConnections() {
        while (process.isAlive()) {
            try {
                Server.connect(through(Server.url("postgres"))).close();
                return;
            } catch (SQLException e) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("pgbouncer ended with " + process.exitValue());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
