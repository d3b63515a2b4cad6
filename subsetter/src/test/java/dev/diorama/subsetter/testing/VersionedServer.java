package dev.diorama.subsetter.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * PostgreSQL of another version than the embedded one, in a Docker Engine: one server of each for all tests of a JVM, with
 * which it stops. Where there is no engine with the image, the tests that need it are skipped with a reason.
 */
public final class VersionedServer {
    private static final Map<Integer, ConnectionUrl> RUNNING = new ConcurrentHashMap<>();
    private static final String LABEL = "dev.diorama.test";
    private static final int ATTEMPTS_TO_CONNECT = 300;

    private VersionedServer() {}

    /** The tests' image of a version, without the tag, as the program's own setting has it. */
    public static final String IMAGE = "local/postgres";

    /** Makes a database from SQL on the server of a version. */
    public static ConnectionUrl database(int major, String sql) {
        ConnectionUrl url = url(major, Server.newName("source"));
        Server.execute(url.withDatabase("postgres"), "CREATE DATABASE \"%s\"".formatted(url.database()));
        Server.execute(url, sql);
        return url;
    }

    /** The URL of a database for the superuser, who has a password. */
    public static ConnectionUrl url(int major, String database) {
        assumeTrue(
                run("docker", "image", "inspect", image(major)).exitCode() == 0,
                "No Docker Engine with the image %s: ./verify provides it as root on Debian".formatted(image(major)));
        return RUNNING.computeIfAbsent(major, VersionedServer::start).withDatabase(database);
    }

    private static String image(int major) {
        return "%s:%d".formatted(IMAGE, major);
    }

    private static ConnectionUrl start(int major) {
        removeAbandoned();
        String password = UUID.randomUUID().toString();
        ProcessBuilder builder = new ProcessBuilder(
                "docker",
                "run",
                "--detach",
                "--rm",
                "--label=%s=%d".formatted(LABEL, ProcessHandle.current().pid()),
                "--env=POSTGRES_PASSWORD",
                "--publish=127.0.0.1::5432",
                image(major),
                "-cfsync=off",
                "-cmax_connections=60");
        builder.environment().put("POSTGRES_PASSWORD", password);
        String container = required(run(builder));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run("docker", "kill", container)));
        String address = required(run("docker", "port", container, "5432/tcp"));
        ConnectionUrl url = ConnectionUrl.parse("postgresql://postgres:%s@%s/postgres"
                .formatted(password, address.lines().findFirst().orElseThrow()));
        awaitConnection(url);
        return url;
    }

    /** The containers of tests that were killed. */
    private static void removeAbandoned() {
        String containers = required(
                run("docker", "ps", "--filter=label=" + LABEL, "--format={{.ID}} {{.Label \"%s\"}}".formatted(LABEL)));
        containers
                .lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> ProcessHandle.of(Long.parseLong(words[1])).isEmpty())
                .forEach(words -> run("docker", "kill", words[0]));
    }

    /** The engine listens before the server does, so there is nothing but trying. */
    private static void awaitConnection(ConnectionUrl url) {
        SQLException last = new SQLException();
        for (int attempt = 0; attempt < ATTEMPTS_TO_CONNECT; attempt++) {
            try {
                DriverManager.getConnection(url.jdbcUrl(), url.jdbcProperties()).close();
                return;
            } catch (SQLException e) {
                last = e;
                pause();
            }
        }
        throw new IllegalStateException("The server in a container does not answer", last);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Outcome(int exitCode, String output) {}

    private static String required(Outcome outcome) {
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(outcome.output());
        }
        return outcome.output().strip();
    }

    private static Outcome run(String... command) {
        return run(new ProcessBuilder(command));
    }

    private static Outcome run(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
