package dev.diorama.provisioner.command;

import dev.diorama.subsetter.command.ScanCommand;
import dev.diorama.subsetter.command.SubsetCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "diorama",
        description = "A small, faithful, safe replica of production for every pull request.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            UpCommand.class,
            ListCommand.class,
            ReprovisionCommand.class,
            LogsCommand.class,
            CommentCommand.class,
            DestroyCommand.class,
            SubsetCommand.class,
            ScanCommand.class,
            GenerateCompletion.class
        })
public final class Diorama implements Callable<Integer> {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show where an error comes from; also with DIORAMA_DEBUG=1.")
    void debug(boolean wanted) {
        if (wanted) {
            System.setProperty(Errors.DEBUG_PROPERTY, "true");
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    /** Runs a command and exits: 0 when it did what it was asked for, 1 when it could not, 2 when it was not understood. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var errors = new Errors();
        return new CommandLine(new Diorama())
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** Comments and pages are UTF-8, whatever the locale says. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
