package dev.diorama.subsetter.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command as a shell would. */
final class CommandLines {
    private CommandLines() {}

    record Result(int exitCode, String out, String errors) {}

    static Result subset(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int exitCode = SubsetCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        return new Result(exitCode, out.toString(), errors.toString());
    }
}
