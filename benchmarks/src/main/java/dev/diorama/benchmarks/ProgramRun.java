package dev.diorama.benchmarks;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
final class ProgramRun {
    private static final int MEMORY_READINGS_EVERY_MILLISECONDS = 10;

    private ProgramRun() {}

    /** Runs a program of PostgreSQL's kind, which takes the database to connect to from its environment. */
    static void onDatabase(ConnectionUrl url, List<String> command) {
        run(command, url.programEnvironment());
    }

    /**
     * Runs a program with more in its environment.
     *
     * @return the most memory that it had at any time, in bytes; 0 where the system does not tell
     * @throws IllegalStateException if it fails, with what it printed
     */
    static long run(List<String> command, Map<String, String> environment) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Path output = folder.path().resolve("output");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            long peak = peakMemoryBytes(process);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("%s ended with exit code %d:%n%s"
                        .formatted(
                                command.getFirst(),
                                process.exitValue(),
                                Files.readString(output, StandardCharsets.UTF_8)));
            }
            return peak;
        } catch (IOException e) {
            throw new IllegalStateException("%s could not be run".formatted(command.getFirst()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Linux keeps the peak, and forgets it with the process: the last reading is of its last milliseconds. */
    private static long peakMemoryBytes(Process process) throws InterruptedException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        long peak = 0;
        while (!process.waitFor(MEMORY_READINGS_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            try {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith("VmHWM:")) {
                        peak = Math.max(peak, Long.parseLong(line.replaceAll("\\D", "")) * 1024);
                    }
                }
            } catch (IOException e) {
                // It has just ended, or this is no Linux.
            }
        }
        return peak;
    }
}
