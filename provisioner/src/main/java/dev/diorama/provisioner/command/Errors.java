package dev.diorama.provisioner.command;

import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.yaml.ConfigurationException;
import dev.diorama.subsetter.yaml.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Every error as one message for people; where it comes from is shown only to those who ask. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    static final String DEBUG_PROPERTY = "diorama.debug";

    private static final int NOT_DONE = CommandLine.ExitCode.SOFTWARE;
    private static final int NOT_UNDERSTOOD = CommandLine.ExitCode.USAGE;

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        var command = failure.getCommandLine();
        command.getErr().println("diorama: " + message(failure));
        command.getErr()
                .println("Try: %s --help".formatted(command.getCommandSpec().qualifiedName()));
        traceIfWanted(command, failure);
        return NOT_UNDERSTOOD;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println("diorama: " + message(failure));
        traceIfWanted(command, failure);
        return failure instanceof ConfigurationException ? NOT_UNDERSTOOD : NOT_DONE;
    }

    private static String message(ParameterException failure) {
        var command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !command.getSubcommands().isEmpty()) {
            var word = unmatched.getUnmatched().getFirst();
            return "There is no command \"%s\"%s"
                    .formatted(
                            word,
                            NearestWord.didYouMean(
                                    word, command.getSubcommands().keySet()));
        }
        // What converts an environment's name says all that is to be said.
        return failure.getCause() instanceof TypeConversionException told
                        && failure.getArgSpec() instanceof PositionalParamSpec
                ? String.valueOf(told.getMessage())
                : String.valueOf(failure.getMessage());
    }

    private static String message(Exception failure) {
        boolean known = failure instanceof CommandFailure
                || failure instanceof StepFailure
                || failure instanceof SubsetException
                || failure instanceof ConfigurationException;
        return known
                ? String.valueOf(failure.getMessage())
                : "Something went wrong that nobody foresaw: %s. Please report it, with what --debug shows."
                        .formatted(failure);
    }

    private static void traceIfWanted(CommandLine command, Exception failure) {
        if (Boolean.getBoolean(DEBUG_PROPERTY) || "1".equals(System.getenv("DIORAMA_DEBUG"))) {
            failure.printStackTrace(command.getErr());
        }
    }
}
