package dev.diorama.provisioner.command;

import dev.diorama.provisioner.demo.Demo;
import dev.diorama.provisioner.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows everything on this machine. */
@Command(
        name = "demo",
        description = {
            "Show everything on this machine, with an example application and its production database.",
            "Stays until Ctrl-C and leaves nothing behind but the unpacked PostgreSQL in the user's cache folder."
        })
final class DemoCommand implements Runnable {
    private static final int MAXIMUM_PORT = 65_535;

    @Option(names = "--once", description = "Open the link, print what it shows, and end.")
    boolean once;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7070",
            description = "Where the server listens; by default 7070.")
    int port;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Override
    public void run() {
        if (port < 1 || port > MAXIMUM_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port is a number from 1 to %d, not %d".formatted(MAXIMUM_PORT, port));
        }
        var demo =
                new Demo(Installation.ofThisProcess(), port, spec.commandLine().getOut());
        if (once) {
            demo.once();
        } else {
            demo.untilStopped();
        }
    }
}
