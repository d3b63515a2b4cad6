package dev.diorama.subsetter.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command as a program of its own. */
public final class CommandMain {
    private CommandMain() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(SubsetCommand.commandLine()
                .setOut(new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8))
                .execute(arguments));
    }
}
