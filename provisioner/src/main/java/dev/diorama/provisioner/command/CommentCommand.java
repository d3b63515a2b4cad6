package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.ApiClient;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Prints a pull request's comment. */
@Command(name = "comment", description = "Print the comment as it stands in the pull request.")
final class CommentCommand extends ServerCommand {
    @Mixin
    EnvironmentParameter environment = new EnvironmentParameter();

    @Override
    int run(ApiClient client, PrintWriter out) {
        out.print(client.comment(environment.name));
        return ExitCode.OK;
    }
}
