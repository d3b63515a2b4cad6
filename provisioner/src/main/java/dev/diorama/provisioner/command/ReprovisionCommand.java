package dev.diorama.provisioner.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an environment anew and follows it. */
@Command(
        name = "reprovision",
        description = "Make an environment anew, its database included, and show the steps until the link works.")
final class ReprovisionCommand implements Callable<Integer> {
    @Mixin
    EnvironmentParameter environment = new EnvironmentParameter();

    @Option(names = "--no-wait", description = "Do not wait for the link.")
    boolean noWait;

    @Mixin
    ServerOption server = new ServerOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Override
    public Integer call() {
        var client = server.client();
        var wanted = client.reprovision(environment.name);
        var out = spec.commandLine().getOut();
        if (noWait) {
            out.println("%s is made anew: %s".formatted(wanted.name(), wanted.link()));
            return ExitCode.OK;
        }
        return Settled.follow(client, wanted, out);
    }
}
