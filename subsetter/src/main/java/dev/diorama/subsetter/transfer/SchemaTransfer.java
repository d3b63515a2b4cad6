package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Moves the schema: pg_dump writes it into a file, pg_restore makes tables before the rows are loaded, and indexes,
 * keys, triggers, rules and policies after. So no trigger fires during the load, and PostgreSQL checks every key when it
 * adds it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-pgrestore.html">pg_restore --section</a>
 */
public final class SchemaTransfer implements AutoCloseable {
    private static final Pattern ERROR = Pattern.compile("pg_(?:dump|restore): error: (.*)");
    /** A setting that a newer pg_restore sends and an older server does not know; it changes nothing for a restore. */
    private static final Pattern HARMLESS =
            Pattern.compile("unrecognized configuration parameter \"(?:transaction_timeout|idle_session_timeout)\"");

    private final PostgresTools tools;
    private final Cancellation cancellation;
    private final Path archive;

    private SchemaTransfer(PostgresTools tools, Cancellation cancellation, Path archive) {
        this.tools = tools;
        this.cancellation = cancellation;
        this.archive = archive;
    }

    /** Dumps the schema that a snapshot of the source sees. */
    public static SchemaTransfer dump(
            PostgresTools tools, ConnectionUrl source, String snapshot, Cancellation cancellation) {
        SchemaTransfer transfer = new SchemaTransfer(tools, cancellation, newArchive());
        try {
            ToolRun.Outcome outcome = new ToolRun(source, cancellation)
                    .run(List.of(
                            tools.program("pg_dump"),
                            "--format=custom",
                            "--compress=0",
                            "--schema-only",
                            "--snapshot=" + snapshot,
                            "--lock-wait-timeout=10s",
                            "--no-owner",
                            "--no-privileges",
                            "--no-tablespaces",
                            "--no-publications",
                            "--no-subscriptions",
                            "--file=" + transfer.archive));
            if (outcome.exitCode() != 0) {
                throw new SubsetException(
                        "The schema of %s could not be dumped: %s".formatted(source, summary(outcome.complaints())));
            }
            return transfer;
        } catch (RuntimeException e) {
            transfer.close();
            throw e;
        }
    }

    /** Makes what rows need: schemas, types, functions, tables, sequences, views. */
    public void restoreBeforeRows(ConnectionUrl target) {
        restore(target, "pre-data", 1, "The schema could not be made in the target");
    }

    /** Makes what rows must satisfy: indexes, keys, triggers. */
    public void restoreAfterRows(ConnectionUrl target, int jobs) {
        restore(target, "post-data", jobs, "The sample does not satisfy the schema");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(archive);
        } catch (IOException e) {
            // It lies in the folder for temporary files, holds no rows, and the system removes it.
        }
    }

    private void restore(ConnectionUrl target, String section, int jobs, String failure) {
        ToolRun.Outcome outcome = new ToolRun(target, cancellation)
                .run(List.of(
                        tools.program("pg_restore"),
                        "--section=" + section,
                        "--no-owner",
                        "--no-privileges",
                        "--no-tablespaces",
                        "--jobs=" + jobs,
                        "--dbname=" + target.database(),
                        archive.toString()));
        List<String> errors = errors(outcome.complaints());
        if (!errors.isEmpty()) {
            throw new SubsetException("%s: %s".formatted(failure, String.join("; ", errors)));
        }
        if (outcome.exitCode() != 0
                && outcome.complaints().stream().noneMatch(line -> line.contains("errors ignored on restore"))) {
            throw new SubsetException("%s: %s".formatted(failure, summary(outcome.complaints())));
        }
    }

    /** The errors alone: DETAIL and COMMAND lines may hold values of rows. */
    static List<String> errors(List<String> complaints) {
        List<String> errors = new ArrayList<>();
        for (String line : complaints) {
            var matcher = ERROR.matcher(line);
            if (matcher.matches() && !HARMLESS.matcher(line).find()) {
                errors.add(matcher.group(1).replaceFirst("^could not execute query: ERROR:\\s+", ""));
            }
        }
        return errors;
    }

    private static String summary(List<String> complaints) {
        List<String> errors = errors(complaints);
        return errors.isEmpty()
                ? complaints.stream().findFirst().orElse("the program gave no reason")
                : String.join("; ", errors);
    }

    private static Path newArchive() {
        try {
            return Files.createTempFile("diorama-schema-", ".dump");
        } catch (IOException e) {
            throw new SubsetException("No temporary file could be made for the schema: " + e.getMessage(), e);
        }
    }
}
