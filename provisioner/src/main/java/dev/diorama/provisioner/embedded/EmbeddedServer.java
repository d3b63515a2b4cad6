package dev.diorama.provisioner.embedded;

import dev.diorama.provisioner.disk.FolderTree;
import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A PostgreSQL server in a folder of its own, on a free port of the loopback address and no socket, with a random
 * password for its superuser. It outlives the process that started it until {@link #close}, which removes the folder;
 * {@link #removeLeftover} does the same for a server whose starter was killed. It trades durability for speed: nothing
 * here survives a crash of the machine, and nothing is meant to.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final int PASSWORD_BYTES = 24;
    private static final int ATTEMPTS = 3;

    private final Path folder;
    private final PostgresProgram programs;
    private final ConnectionUrl administrator;

    private EmbeddedServer(Path folder, PostgresProgram programs, ConnectionUrl administrator) {
        this.folder = folder;
        this.programs = programs;
        this.administrator = administrator;
    }

    /**
     * Makes and starts a server.
     *
     * @param folder is made, and belongs to the server from then on
     * @throws CommandFailure when it does not start; the folder is gone then
     */
    public static EmbeddedServer start(Path folder) {
        var programs = new PostgresProgram(Binaries.folder());
        boolean started = false;
        try {
            Files.createDirectories(folder);
            var password = password();
            initialise(folder, programs, password);
            int port = startOnFreePort(folder, programs);
            var administrator = ConnectionUrl.parse(
                    "postgresql://%s:%s@127.0.0.1:%d/postgres".formatted(SUPERUSER, password, port));
            started = true;
            return new EmbeddedServer(folder, programs, administrator);
        } catch (IOException e) {
            throw new CommandFailure("PostgreSQL cannot be set up in %s: %s".formatted(folder, e.getMessage()), e);
        } finally {
            if (!started) {
                removeLeftover(folder);
            }
        }
    }

    /** Connects as the superuser to the database {@code postgres}. */
    public ConnectionUrl administrator() {
        return administrator;
    }

    /** Ends all connections, stops the server and removes its folder. */
    @Override
    public void close() {
        stop(folder, programs, "fast");
        FolderTree.delete(folder);
    }

    /** Stops the server that somebody who was killed has left in this folder, if it still runs, and removes it. */
    public static void removeLeftover(Path folder) {
        if (Postmaster.of(data(folder)).isPresent()) {
            stop(folder, new PostgresProgram(Binaries.folder()), "immediate");
        }
        FolderTree.delete(folder);
    }

    private static void initialise(Path folder, PostgresProgram programs, String password) throws IOException {
        var passwordFile = Files.createTempFile(
                folder,
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        var made = programs.run(
                "initdb",
                folder.resolve("initdb.log"),
                "--pgdata=" + data(folder),
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions");
        Files.delete(passwordFile);
        if (!made.succeeded()) {
            throw new CommandFailure("PostgreSQL cannot be set up in %s: %s".formatted(folder, made.output()));
        }
    }

    /** Somebody else may take the port between the choice and the start: then another one is tried. */
    private static int startOnFreePort(Path folder, PostgresProgram programs) throws IOException {
        var original = Files.readString(data(folder).resolve("postgresql.conf"));
        var log = folder.resolve("postgresql.log");
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Files.writeString(
                    data(folder).resolve("postgresql.conf"),
                    original + configuration(port),
                    StandardOpenOption.TRUNCATE_EXISTING);
            var started = programs.run(
                    "pg_ctl",
                    folder.resolve("pg_ctl.log"),
                    "start",
                    "--wait",
                    "--silent",
                    "--pgdata=" + data(folder),
                    "--log=" + log);
            if (started.succeeded()) {
                return port;
            }
            var reason = Files.exists(log) ? Files.readString(log).strip() : started.output();
            if (attempt == ATTEMPTS || !reason.contains("could not bind")) {
                throw new CommandFailure("PostgreSQL does not start in %s: %s".formatted(folder, reason));
            }
        }
    }

    private static String configuration(int port) {
        return """

                # Written by Diorama.
                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 200
                shared_buffers = '256MB'
                maintenance_work_mem = '128MB'
                jit = off
                timezone = 'UTC'
                # Fast instead of durable: the folder does not outlive a crash of the machine anyway.
                fsync = off
                full_page_writes = off
                synchronous_commit = off
                wal_level = minimal
                max_wal_senders = 0
                max_wal_size = '4GB'
                """
                .formatted(port);
    }

    private static void stop(Path folder, PostgresProgram programs, String mode) {
        var outcome = programs.run(
                "pg_ctl",
                folder.resolve("pg_ctl.log"),
                "stop",
                "--wait",
                "--silent",
                "--mode=" + mode,
                "--pgdata=" + data(folder));
        // A server that is gone already is what was asked for.
        if (!outcome.succeeded() && Postmaster.of(data(folder)).isPresent()) {
            throw new CommandFailure("PostgreSQL in %s does not stop: %s".formatted(folder, outcome.output()));
        }
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String password() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
