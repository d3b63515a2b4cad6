package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs PostgreSQL's programs against a database. The password travels in the child's environment, never in its
 * arguments, which every user of a machine may read.
 */
record ToolRun(PostgresTools tools, ConnectionUrl url, Cancellation cancellation) {
    /** The secret of masks, which no program but this one needs. */
    private static final String SECRET = "DIORAMA_MASK_KEY";

    /** What a program left behind: its exit code and its complaints. */
    record Outcome(int exitCode, List<String> complaints) {}

    Outcome run(ToolCall call) {
        cancellation.check();
        try (ToolProcess tool = tools.start(call, environment(System.getenv()))) {
            Cancellation.Wakening wakening = cancellation.whenRequested(tool.stop());
            try {
                List<String> complaints = new String(
                                tool.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                int exitCode = tool.process().waitFor();
                cancellation.check();
                return new Outcome(exitCode, complaints);
            } finally {
                wakening.close();
            }
        } catch (IOException e) {
            throw new SubsetException("%s could not be run: %s".formatted(call.program(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SubsetException("The run was interrupted while %s ran".formatted(call.program()), e);
        }
    }

    /** What a program finds in its environment: what this one found, without what is not its business. */
    Map<String, String> environment(Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(own);
        environment.keySet().removeIf(variable -> variable.startsWith("PG") || variable.equals(SECRET));
        environment.putAll(url.programEnvironment());
        environment.put("PGCONNECT_TIMEOUT", "10");
        environment.put("PGAPPNAME", "diorama subset");
        // Messages are looked at, so they must not be translated.
        environment.put("LC_ALL", "C");
        return environment;
    }
}
