package dev.diorama.provisioner.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a pull request's comment. */
@Command(name = "comment", description = "Print the comment as it stands in the pull request.")
final class CommentCommand implements Runnable {
    @Mixin
    EnvironmentParameter environment = new EnvironmentParameter();

    @Mixin
    ServerOption server = new ServerOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(server.client().comment(environment.name));
        spec.commandLine().getOut().flush();
    }
}
