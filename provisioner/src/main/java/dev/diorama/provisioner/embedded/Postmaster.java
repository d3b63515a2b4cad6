package dev.diorama.provisioner.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The server's first process, found by the file that it writes: its number in the first line, the second in which it
 * started in the third. A killed one leaves the file behind, and the number may then belong to somebody else.
 *
 * @see <a href="https://www.postgresql.org/docs/15/storage-file-layout.html">postmaster.pid</a>
 */
final class Postmaster {
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(5);
    private static final int START_LINE = 2;

    private Postmaster() {}

    /** The process that runs on a data folder; empty when there is none. */
    static Optional<ProcessHandle> of(Path data) {
        List<String> lines;
        try {
            lines = Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines.size() <= START_LINE) {
            return Optional.empty();
        }
        var started = Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE).strip()));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_ERROR) <= 0)
                        .orElse(true));
    }
}
