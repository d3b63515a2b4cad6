package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.ApiClient;
import dev.diorama.provisioner.api.PushRequest;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a branch's pull request at the local forge, or moves it to the branch's head, and follows its environment. */
@Command(
        name = "up",
        description = {
            "Make the environment of a branch, or bring it to the branch's head.",
            "Tells the server's local forge that the branch was pushed, and shows the steps until the link works."
        })
final class UpCommand extends ServerCommand {
    @Parameters(paramLabel = "PROJECT", description = "The project's name in the server's configuration.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String project;

    @Option(names = "--branch", required = true, paramLabel = "BRANCH", description = "The branch that was pushed.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String branch;

    @Option(names = "--title", paramLabel = "TITLE", description = "The pull request's title; by default the branch.")
    Optional<String> title = Optional.empty();

    @Override
    int run(ApiClient client, PrintWriter out) {
        return Settled.follow(client, client.push(new PushRequest(project, branch, title)), out);
    }
}
