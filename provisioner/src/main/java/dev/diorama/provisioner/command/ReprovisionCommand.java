package dev.diorama.provisioner.command;

import dev.diorama.provisioner.api.ApiClient;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an environment anew and follows it. */
@Command(
        name = "reprovision",
        description = "Make an environment anew, its database included, and show the steps until the link works.")
final class ReprovisionCommand extends ServerCommand {
    @Mixin
    EnvironmentParameter environment = new EnvironmentParameter();

    @Option(names = "--no-wait", description = "Do not wait for the link.")
    boolean noWait;

    @Override
    int run(ApiClient client, PrintWriter out) {
        var wanted = client.reprovision(environment.name);
        if (noWait) {
            out.println("%s is made anew: %s".formatted(wanted.name(), wanted.link()));
            return ExitCode.OK;
        }
        return Settled.follow(client, wanted, out);
    }
}
