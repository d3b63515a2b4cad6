package dev.diorama.subsetter.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that some tests need besides a JDK. Where one is not, the test is skipped with a reason. */
public final class Programs {
    private static final List<String> FOLDERS =
            List.of("/usr/lib/postgresql/15/bin", "/usr/sbin", "/sbin", "/usr/local/sbin");

    private Programs() {}

    /** Finds a program in PATH and beside it; {@code origin} says where it comes from. */
    public static Path require(String name, String origin) {
        Optional<Path> found = Stream.concat(
                        FOLDERS.stream(),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "There is no %s: install %s".formatted(name, origin));
        return found.orElseThrow();
    }

    /** Skips the test where it does not run as root; {@code purpose} says what root is needed for. */
    public static void requireRoot(String purpose) {
        assumeTrue(System.getProperty("user.name").equals("root"), "Only root can " + purpose);
    }

    /** Runs a command that must succeed. */
    public static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("%s failed: %s".formatted(command[0], output));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(command[0] + " could not be run", e);
        }
    }
}
