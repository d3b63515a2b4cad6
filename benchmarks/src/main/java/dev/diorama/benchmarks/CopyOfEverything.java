package dev.diorama.benchmarks;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What one does without a subsetter: pg_dump and pg_restore, at their fastest. */
final class CopyOfEverything {
    private CopyOfEverything() {}

    static Duration measure(ConnectionUrl source, ConnectionUrl target) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("diorama-benchmark-");
        try {
            GeneratedSource.execute(source.withDatabase("postgres"), "CREATE DATABASE " + target.database());
            long start = System.nanoTime();
            run(
                    source,
                    List.of(
                            "pg_dump",
                            "-Fd",
                            "-j2",
                            "-Z0",
                            "-f",
                            folder.resolve("dump").toString()));
            run(
                    target,
                    List.of(
                            "pg_restore",
                            "-j2",
                            "-d",
                            target.database(),
                            folder.resolve("dump").toString()));
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            delete(folder);
        }
    }

    private static void run(ConnectionUrl url, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(url.programEnvironment());
        int exitCode = builder.start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("%s ended with exit code %d".formatted(command.getFirst(), exitCode));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
