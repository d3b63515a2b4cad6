package dev.diorama.provisioner.installation;

import dev.diorama.provisioner.failure.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder that Diorama runs from.
 *
 * @param root the repository's root, or what a distribution puts in its place
 */
public record Installation(Path root) {
    /** The system property by which the launcher tells the folder. */
    public static final String PROPERTY = "diorama.home";

    private static final String CONFIGURATION_PROPERTY = "diorama.config";

    /**
     * The installation of this process.
     *
     * @throws CommandFailure when it was not started by the launcher
     */
    public static Installation ofThisProcess() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(Path::of)
                .map(Installation::new)
                .orElseThrow(() -> new CommandFailure(
                        "This command needs files beside the program, and %s does not say where they are: start it with ./diorama"
                                .formatted(PROPERTY)));
    }

    /** The example application with its production database. */
    public Path bookshop() {
        return existing("examples/bookshop");
    }

    /** The command that runs the server in a JVM of its own. */
    public List<String> serverCommand(Path configuration, List<String> flags) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-D" + CONFIGURATION_PROPERTY + "=" + configuration.toAbsolutePath());
        command.add("-jar");
        command.add(existing("github-app/target/quarkus-app/quarkus-run.jar").toString());
        return List.copyOf(command);
    }

    private Path existing(String relative) {
        var path = root.resolve(relative);
        if (!Files.exists(path)) {
            throw new CommandFailure(
                    "%s is missing: start the command with ./diorama, which builds it, from a complete checkout"
                            .formatted(path));
        }
        return path;
    }
}
