package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Runs one of PostgreSQL's programs against a database. The password travels in the child's environment, never in its
 * arguments, which every user of a machine may read.
 */
record ToolRun(ConnectionUrl url, Cancellation cancellation) {
    /** What a program left behind: its exit code and its complaints. */
    record Outcome(int exitCode, List<String> complaints) {}

    Outcome run(List<String> command) {
        cancellation.check();
        ProcessBuilder builder =
                new ProcessBuilder(Lifeline.around(command)).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(variable -> variable.startsWith("PG"));
        environment.putAll(url.programEnvironment());
        environment.put("PGCONNECT_TIMEOUT", "10");
        environment.put("PGAPPNAME", "diorama subset");
        // Messages are looked at, so they must not be translated.
        environment.put("LC_ALL", "C");
        try {
            Process process = builder.start();
            Cancellation.Wakening wakening = cancellation.whenRequested(process::destroy);
            try {
                List<String> complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                int exitCode = process.waitFor();
                cancellation.check();
                return new Outcome(exitCode, complaints);
            } finally {
                wakening.close();
                process.destroy();
            }
        } catch (IOException e) {
            throw new SubsetException("%s could not be run: %s".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SubsetException("The run was interrupted while %s ran".formatted(command.getFirst()), e);
        }
    }
}
