package dev.diorama.provisioner.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Closes an environment's pull request and waits until nothing of it is left. */
@Command(
        name = "destroy",
        description =
                "Close an environment's pull request, and wait until its services, its database and its files are gone.")
final class DestroyCommand implements Callable<Integer> {
    @Mixin
    EnvironmentParameter environment = new EnvironmentParameter();

    @Mixin
    ServerOption server = new ServerOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Override
    public Integer call() {
        var client = server.client();
        return Settled.follow(
                client, client.destroy(environment.name), spec.commandLine().getOut());
    }
}
