package dev.diorama.subsetter.command;

import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.yaml.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Errors as one message for people, in the words of the other commands. What nobody foresaw keeps its trace. */
final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        tell(command, failure);
        command.getErr()
                .println("Try: %s --help".formatted(command.getCommandSpec().qualifiedName()));
        command.getErr().flush();
        return SubsetCommand.WRONG_USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        return switch (failure) {
            case ConfigurationException known -> {
                tell(command, known);
                yield SubsetCommand.WRONG_USAGE;
            }
            case SubsetException known -> {
                tell(command, known);
                yield SubsetCommand.FAILED;
            }
            default -> throw failure;
        };
    }

    static void tell(CommandLine command, Exception failure) {
        command.getErr().println("diorama: " + failure.getMessage());
        command.getErr().flush();
    }
}
