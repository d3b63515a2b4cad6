package dev.diorama.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A launcher that runs as a process of its own, with nothing in its environment but what it is given. */
record Launch(Process process, Path output, Path errors) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How it ended, and what it said. */
    record Outcome(int exitCode, String output, String errors) {}

    static Launch start(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "launch", ".out");
            Path errors = Files.createTempFile(folder, "launch", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Launch(builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome await() {
        return await(PATIENCE);
    }

    Outcome await(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after %d s:\n%s%s"
                        .formatted(patience.toSeconds(), Files.readString(output), Files.readString(errors)));
            }
            return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the launcher ran", e);
        }
    }
}
