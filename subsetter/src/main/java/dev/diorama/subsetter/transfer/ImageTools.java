package dev.diorama.subsetter.transfer;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The tools in an image, each of whose calls runs in a container of its own. Files go in and out through its standard
 * streams, because the engine may be on another machine than this one's files; and the container is in the engine's own
 * network, so that it finds the databases by the same addresses. The password stays in environments.
 *
 * @param docker the command line of a Docker Engine
 * @param image the image's name
 * @param major the tools' major version
 * @see <a href="https://docs.docker.com/engine/network/drivers/host/">The engine's own network</a>
 */
record ImageTools(Path docker, String image, int major) implements PostgresTools {
    private static final AtomicInteger CONTAINERS = new AtomicInteger();
    private static final String END_OF_ENTRIES = ".\n";
    private static final String ENTRIES_FILE = "/tmp/diorama-entries";
    private static final String ARCHIVE_FILE = "/tmp/diorama-archive";
    /** The shell's read takes no byte more than a line's, so that what follows the entries is the archive. */
    private static final String RECEIVE_FILES_AND_RUN =
            """
            while IFS= read -r line && [ "$line" != . ]; do printf '%%s\\n' "$line"; done >%s &&
            cat >%s && exec "$@\""""
                    .formatted(ENTRIES_FILE, ARCHIVE_FILE);

    @Override
    public ToolProcess start(ToolCall call, Map<String, String> environment) throws IOException {
        String container = "diorama-%d-%d".formatted(ProcessHandle.current().pid(), CONTAINERS.incrementAndGet());
        ProcessBuilder builder = new ProcessBuilder(command(call, container, environment));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectOutput(call.output()
                .map(Path::toFile)
                .map(ProcessBuilder.Redirect::to)
                .orElse(ProcessBuilder.Redirect.DISCARD));
        Process process = builder.start();
        Thread.ofPlatform().daemon().name("diorama-tool-input").start(() -> send(call, process));
        return new ToolProcess(process, () -> stop(process, container));
    }

    private List<String> command(ToolCall call, String container, Map<String, String> environment) {
        List<String> command = new ArrayList<>(
                List.of(docker.toString(), "run", "--rm", "--interactive", "--network=host", "--name=" + container));
        environment.keySet().stream()
                .filter(variable -> variable.startsWith("PG") || variable.equals("LC_ALL"))
                .sorted()
                .forEach(variable -> command.add("--env=" + variable));
        if (call.archive().isEmpty()) {
            command.addAll(List.of("--entrypoint=" + call.program(), image));
            command.addAll(call.options());
            return command;
        }
        command.addAll(List.of("--entrypoint=sh", image, "-c", RECEIVE_FILES_AND_RUN, "sh", call.program()));
        command.addAll(call.options());
        call.entries().ifPresent(list -> command.add("--use-list=" + ENTRIES_FILE));
        // pg_restore makes a script unless it is told of a database, and writes it where it is told to.
        call.output().ifPresent(file -> command.add("--file=-"));
        command.add(ARCHIVE_FILE);
        return command;
    }

    private static void send(ToolCall call, Process process) {
        try (OutputStream input = process.getOutputStream()) {
            if (call.archive().isEmpty()) {
                return;
            }
            if (call.entries().isPresent()) {
                Files.copy(call.entries().get(), input);
            }
            input.write(END_OF_ENTRIES.getBytes(StandardCharsets.US_ASCII));
            Files.copy(call.archive().get(), input);
        } catch (IOException e) {
            // The program ended before it had all; its exit code and its complaints say why.
        }
    }

    /** Ending the command line leaves its container to itself. */
    private void stop(Process process, String container) {
        try {
            new ProcessBuilder(docker.toString(), "kill", container)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(new File("/dev/null"))
                    .start();
        } catch (IOException e) {
            // There was a Docker Engine a moment ago; without it, its containers do not run either.
        }
        process.destroy();
    }
}
