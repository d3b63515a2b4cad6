package dev.diorama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The program that this build has made, as a person starts it: through the launcher, as processes of its own. Everything
 * temporary goes to one folder, so that what is left behind can be seen. What a failed test leaves running is ended when it is closed.
 */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PASSED_ON = List.of("HOME", "PATH", "LANG", "USER");

    private final Path temporary;
    private final List<Launch> launches = new ArrayList<>();

    Program(Path temporary) {
        this.temporary = temporary;
    }

    Path temporary() {
        return temporary;
    }

    /** Starts a command. */
    Launch start(String... arguments) {
        var command = new ArrayList<>(withDefaultSignals());
        command.add(root().resolve("diorama").toString());
        command.addAll(Arrays.asList(arguments));
        var launch = Launch.start(outputs(), environment(), command);
        launches.add(launch);
        return launch;
    }

    /** Asks what still runs to end, and waits for it. */
    @Override
    public void close() {
        launches.forEach(launch -> launch.process().destroy());
        launches.forEach(launch -> launch.await(PATIENCE));
    }

    /** Runs a command to its end. */
    Launch.Outcome run(String... arguments) {
        return start(arguments).await(PATIENCE);
    }

    /** Waits until a command has said something. */
    void awaitOutput(Launch launch, String text) throws IOException, InterruptedException {
        await(launch, launch.output(), text);
    }

    /** Waits until a command has said something on stderr. */
    void awaitErrors(Launch launch, String text) throws IOException, InterruptedException {
        await(launch, launch.errors(), text);
    }

    private static void await(Launch launch, Path file, String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(file).contains(text)) {
            boolean ended = launch.process().waitFor(50, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > deadline) {
                throw new AssertionError("%s without saying \"%s\":\n%s%s"
                        .formatted(
                                ended ? "Ended" : "Still running",
                                text,
                                Files.readString(launch.output()),
                                Files.readString(launch.errors())));
            }
        }
    }

    /** Sends a signal by its name and waits for the end. */
    Launch.Outcome signal(Launch launch, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", name, Long.toString(launch.process().pid()))
                .inheritIO()
                .start()
                .waitFor();
        return launch.await(PATIENCE);
    }

    /** Neither a file nor a process is left. */
    void assertNothingIsLeft() throws IOException {
        try (var files = Files.list(temporary)) {
            assertThat(files.filter(file -> !file.equals(outputs()) && !isOfTheJvm(file)))
                    .as("what is left in the temporary folder")
                    .isEmpty();
        }
        assertThat(processes()).as("processes that are left").isEmpty();
    }

    /** The processes that work in the temporary folder. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(temporary.toString()))
                .filter(line -> !line.contains("surefire") && !line.contains("failsafe"))
                .toList();
    }

    static Path root() {
        return Path.of(System.getProperty("diorama.home"));
    }

    /** A port that nobody uses now. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path outputs() {
        try {
            return Files.createDirectories(temporary.resolve("outputs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        for (var name : PASSED_ON) {
            var value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("DIORAMA_NO_BUILD", "1");
        environment.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        return environment;
    }

    /** A build that runs in the background of a shell ignores SIGINT, and so would all its children. */
    private static List<String> withDefaultSignals() {
        var command = List.of("env", "--default-signal=INT");
        try {
            var attempt = new ArrayList<>(command);
            attempt.add("true");
            int exitCode = new ProcessBuilder(attempt).start().waitFor();
            return exitCode == 0 ? command : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOfTheJvm(Path file) {
        return file.getFileName().toString().startsWith("hsperfdata");
    }
}
