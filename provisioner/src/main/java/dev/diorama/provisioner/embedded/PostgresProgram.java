package dev.diorama.provisioner.embedded;

import dev.diorama.provisioner.engine.process.ProcessGroup;
import dev.diorama.provisioner.failure.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's own programs. They refuse to be root, and rightly so; a root on Linux runs them in a user namespace
 * in which it is nobody.
 */
final class PostgresProgram {
    private static final boolean ROOT_ON_LINUX =
            "root".equals(System.getProperty("user.name")) && "Linux".equals(System.getProperty("os.name"));

    private final Path binaries;

    PostgresProgram(Path binaries) {
        this.binaries = binaries;
    }

    /** What a program wrote, and how it ended. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /**
     * Runs a program to its end, whoever interrupts: half a start or half a stop would leave a server that nobody knows.
     *
     * @param output where it writes; not a pipe, because a server that is started inherits it and would keep it open
     */
    Outcome run(String program, Path output, String... arguments) {
        var command = new ArrayList<>(ProcessGroup.newSession());
        if (ROOT_ON_LINUX) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            int exitCode = process.onExit().join().exitValue();
            return new Outcome(exitCode, Files.readString(output).strip());
        } catch (IOException e) {
            throw new CommandFailure("%s cannot be run: %s".formatted(program, e.getMessage()), e);
        }
    }
}
