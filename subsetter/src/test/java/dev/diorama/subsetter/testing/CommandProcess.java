package dev.diorama.subsetter.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The {@code subset} command in a process of its own, which a test may kill. */
public final class CommandProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final CompletableFuture<String> errors;
    private final StringBuilder told = new StringBuilder();

    /** How a process ended. */
    public record Result(int exitCode, String out, String errors) {}

    private CommandProcess(Process process) {
        this.process = process;
        this.out = process.inputReader();
        // The tests have no logging, and SLF4J says so.
        this.errors = CompletableFuture.supplyAsync(() -> process.errorReader()
                .lines()
                .filter(line -> !line.startsWith("SLF4J"))
                .collect(Collectors.joining("\n")));
    }

    /** Starts it. */
    public static CommandProcess start(String... arguments) {
        return start(Map.of(), List.of(), arguments);
    }

    /** Starts it so that it stands still after a phase. */
    public static CommandProcess heldAfter(String phase, String... arguments) {
        CommandProcess process = start(Map.of(), List.of("-Dheld.after=" + phase), arguments);
        process.awaitLine(phase + " ");
        return process;
    }

    /** A shell's background has SIGINT ignored, and children inherit that; where env can, it makes an end of it. */
    private static List<String> heedingInterrupts() {
        List<String> prefix = List.of("env", "--default-signal=INT");
        List<String> probe = new ArrayList<>(prefix);
        probe.add("true");
        try {
            return new ProcessBuilder(probe).start().onExit().join().exitValue() == 0 ? prefix : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Starts it with another environment. */
    public static CommandProcess start(Map<String, String> environment, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(heedingInterrupts());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(HeldCommand.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            return new CommandProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line that begins so. */
    public void awaitLine(String beginning) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told.append(line).append('\n');
                if (line.startsWith(beginning)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("It ended without \"%s\": %s%s".formatted(beginning, told, errors.join()));
    }

    /** Sends a signal, such as INT. */
    public void signal(String name) {
        Programs.run("kill", "-" + name, Long.toString(process.pid()));
    }

    /** Waits for its end. */
    public Result await() {
        out.lines().forEach(line -> told.append(line).append('\n'));
        return new Result(process.onExit().join().exitValue(), told.toString(), errors.join());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
