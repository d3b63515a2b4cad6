package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.ServerErrors;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves the schema: pg_dump writes it into a file, pg_restore makes tables before the rows are loaded, and indexes,
 * keys, triggers, rules and policies after. So no trigger fires during the load, and PostgreSQL checks every key when it
 * adds it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-pgrestore.html">pg_restore --section</a>
 */
public final class SchemaTransfer implements AutoCloseable {
    private static final Pattern ARCHIVE = Pattern.compile("diorama-schema-(\\d{1,18})-\\d+\\.dump");

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
            PostgresTools tools,
            ConnectionUrl source,
            SourceLimits limits,
            String snapshot,
            Cancellation cancellation) {
        SchemaTransfer transfer = new SchemaTransfer(tools, cancellation, newArchive());
        try {
            List<String> options = List.of(
                    "--format=custom",
                    "--compress=0",
                    "--schema-only",
                    "--snapshot=" + snapshot,
                    "--lock-wait-timeout=" + limits.lockTimeout().toMillis(),
                    "--no-owner",
                    "--no-privileges",
                    "--no-tablespaces",
                    "--no-publications",
                    "--no-subscriptions");
            ToolRun.Outcome outcome =
                    new ToolRun(tools, source, cancellation).run(ToolCall.dump(options, transfer.archive));
            if (outcome.exitCode() != 0) {
                List<String> complaints = outcome.complaints();
                throw ToolFailure.ofDump(ServerErrors.ofSource(source, limits), transfer.archive, complaints)
                        .orElseGet(() -> new SubsetException("The schema of %s could not be dumped: %s"
                                .formatted(source, summary(RestoreErrors.of(complaints), complaints))));
            }
            return transfer;
        } catch (RuntimeException e) {
            transfer.close();
            throw e;
        }
    }

    /** Makes what rows need: schemas, types, functions, tables, sequences, views. */
    public void restoreBeforeRows(ConnectionUrl target) {
        restore(target, "pre-data", 1, "The schema could not be made in the target", RestoreErrors::of);
    }

    /** Makes what rows must satisfy: indexes, keys, triggers. */
    public void restoreAfterRows(ConnectionUrl target, int jobs) {
        restore(target, "post-data", jobs, "The sample does not satisfy the schema", RestoreErrors::withoutValues);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(archive);
        } catch (IOException e) {
            // It lies in the folder for temporary files, holds no rows, and the system removes it.
        }
    }

    private void restore(
            ConnectionUrl target, String section, int jobs, String failure, UnaryOperator<List<String>> reading) {
        List<String> options = List.of(
                "--section=" + section,
                "--no-owner",
                "--no-privileges",
                "--no-tablespaces",
                "--jobs=" + jobs,
                "--dbname=" + target.database());
        ToolRun.Outcome outcome = new ToolRun(tools, target, cancellation).run(ToolCall.restore(options, archive));
        ToolFailure.ofRestore(ServerErrors.ofTarget(target), archive, outcome.complaints())
                .ifPresent(reason -> {
                    throw reason;
                });
        List<String> errors = reading.apply(outcome.complaints());
        if (!errors.isEmpty()) {
            throw new SubsetException("%s: %s".formatted(failure, String.join("; ", errors)));
        }
        if (outcome.exitCode() != 0
                && outcome.complaints().stream().noneMatch(line -> line.contains("errors ignored on restore"))) {
            throw new SubsetException("%s: %s".formatted(failure, summary(errors, outcome.complaints())));
        }
    }

    private static String summary(List<String> errors, List<String> complaints) {
        return errors.isEmpty()
                ? complaints.stream()
                        .filter(line -> line.startsWith("pg_"))
                        .findFirst()
                        .orElse("the program gave no reason")
                : String.join("; ", errors);
    }

    private static Path newArchive() {
        try {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"));
            removeAbandoned(folder);
            Path archive = Files.createTempFile(
                    folder,
                    "diorama-schema-%d-".formatted(ProcessHandle.current().pid()),
                    ".dump");
            // A signal may end the JVM before the thread that waits for pg_dump can tidy up.
            archive.toFile().deleteOnExit();
            return archive;
        } catch (IOException e) {
            throw new SubsetException("No temporary file could be made for the schema: " + e.getMessage(), e);
        }
    }

    /** The files of runs that were killed: their names tell the process, and it is gone. */
    private static void removeAbandoned(Path folder) throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "diorama-schema-*.dump")) {
            for (Path archive : archives) {
                Matcher name = ARCHIVE.matcher(archive.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        && Files.isWritable(archive)) {
                    Files.deleteIfExists(archive);
                }
            }
        }
    }
}
