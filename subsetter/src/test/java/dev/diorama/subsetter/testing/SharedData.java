package dev.diorama.subsetter.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real databases that lie beside the checkout. Where they are not, the tests that need them are skipped with a
 * reason.
 */
public final class SharedData {
    private static final int LEVELS = 6;

    private SharedData() {}

    /** Makes a database from one of the files, by psql, since they are in its language. */
    public static ConnectionUrl database(String fileName) {
        Optional<Path> folder = folder();
        assumeTrue(
                folder.isPresent(),
                "No shared/data beside the checkout: put the real databases there, or set -Ddiorama.shared.data");
        Optional<Path> psql = psql();
        assumeTrue(psql.isPresent(), "psql is not in PATH: install PostgreSQL's client programs");
        ConnectionUrl url = Server.database("");
        load(url, psql.get(), folder.get().resolve(fileName));
        return url;
    }

    private static void load(ConnectionUrl url, Path psql, Path file) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(psql.toString(), "-X", "-q", "-o", "/dev/null").redirectErrorStream(true);
            builder.environment().putAll(url.programEnvironment());
            Process process = builder.start();
            try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
                // Some make a database of their own; this one is made already.
                input.write(Files.readString(file).replaceAll("(?m)^(?:DROP DATABASE|CREATE DATABASE|\\\\c ).*$", ""));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("psql could not load " + file, e);
        }
    }

    private static Optional<Path> folder() {
        Optional<Path> named =
                Optional.ofNullable(System.getProperty("diorama.shared.data")).map(Path::of);
        return Stream.concat(
                        named.stream(),
                        Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                                .limit(LEVELS)
                                .map(path -> path.resolve("shared/data")))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Optional<Path> psql() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(entry -> Path.of(entry, "psql"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
