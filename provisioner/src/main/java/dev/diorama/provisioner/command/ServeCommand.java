package dev.diorama.provisioner.command;

import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.provisioner.installation.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the server in a JVM of its own, in this command's place: same input and output, same end, same exit code. */
@Command(
        name = "serve",
        description = {"Run the server.", "Until Ctrl-C; environments stay, and the next server takes them up again."})
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The server's configuration.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path configuration;

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isReadable(configuration)) {
            throw new CommandFailure(
                    "The server's configuration %s cannot be read: is there such a file?".formatted(configuration));
        }
        var command = Installation.ofThisProcess().serverCommand(configuration, List.of());
        try {
            var server = new ProcessBuilder(command).inheritIO().start();
            // A signal for this process is meant for the server; on a terminal it gets it by itself as well.
            var passOn = new Thread(() -> end(server), "end-server");
            Runtime.getRuntime().addShutdownHook(passOn);
            return server.waitFor();
        } catch (IOException e) {
            throw new CommandFailure("The server cannot be started: " + e.getMessage(), e);
        }
    }

    private static void end(Process server) {
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
