package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.ApiClient;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Closes an environment's pull request and waits until nothing of it is left. */
@Command(
        name = "destroy",
        description =
                "Close an environment's pull request, and wait until its services, its database and its files are gone.")
final class DestroyCommand extends ServerCommand {
    @Mixin
    EnvironmentParameter environment = new EnvironmentParameter();

    @Override
    int run(ApiClient client, PrintWriter out) {
        return Settled.follow(client, client.destroy(environment.name), out);
    }
}
