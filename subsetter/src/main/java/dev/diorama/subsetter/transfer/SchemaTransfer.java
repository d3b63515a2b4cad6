package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.ServerErrors;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Moves the schema: pg_dump writes it into a file, pg_restore makes tables before the rows are loaded, and indexes,
 * keys, triggers, rules and policies after. So no trigger fires during the load, and PostgreSQL checks every key when it
 * adds it. Event triggers come last of all, since they fire at what completes a sample. Closing it removes the file.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-pgrestore.html">pg_restore --section</a>
 */
public final class SchemaTransfer implements AutoCloseable {
    private final PostgresTools tools;
    private final Cancellation cancellation;
    private final SchemaArchive archive;
    private final TableOfContents contents;

    private SchemaTransfer(
            PostgresTools tools, Cancellation cancellation, SchemaArchive archive, TableOfContents contents) {
        this.tools = tools;
        this.cancellation = cancellation;
        this.archive = archive;
        this.contents = contents;
    }

    /**
     * Dumps the schema that a snapshot of the source sees.
     *
     * @param unreadable tables of extensions that the role may not read; pg_dump wants to lock those that it is not told
     *     to leave alone
     */
    public static SchemaTransfer dump(
            PostgresTools tools,
            ConnectionUrl source,
            SourceLimits limits,
            String snapshot,
            List<TableName> unreadable,
            Cancellation cancellation) {
        SchemaArchive archive = SchemaArchive.create();
        try {
            List<String> options = new ArrayList<>(List.of(
                    "--format=custom",
                    "--compress=0",
                    "--schema-only",
                    "--snapshot=" + snapshot,
                    "--lock-wait-timeout=" + limits.lockTimeout().toMillis(),
                    "--no-owner",
                    "--no-privileges",
                    "--no-tablespaces",
                    "--no-publications",
                    "--no-subscriptions",
                    "--no-security-labels"));
            unreadable.forEach(table -> options.add("--exclude-table=" + pattern(table)));
            ToolRun.Outcome outcome =
                    new ToolRun(tools, source, cancellation).run(ToolCall.dump(options, archive.file()));
            if (outcome.exitCode() != 0) {
                List<String> complaints = outcome.complaints();
                throw ToolFailure.ofDump(ServerErrors.ofSource(source, limits), archive.file(), complaints)
                        .orElseGet(() -> new SubsetException("The schema of %s could not be dumped: %s"
                                .formatted(source, summary(RestoreErrors.of(complaints), complaints))));
            }
            return new SchemaTransfer(tools, cancellation, archive, list(tools, source, archive, cancellation));
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** Makes what rows need: schemas, types, functions, tables, sequences, views. */
    public void restoreBeforeRows(ConnectionUrl target) {
        List<String> errors =
                restore(target, List.of("--section=pre-data"), contents.schema(List.of()), RestoreErrors::of);
        if (!errors.isEmpty()) {
            throw SchemaObstacles.explain(target, errors);
        }
    }

    /** Whether the source has user mappings, which are left out. */
    boolean hasUserMappings() {
        return contents.hasUserMappings();
    }

    /**
     * Makes what rows must satisfy: indexes, keys, triggers.
     *
     * @param policies those that are made otherwise
     */
    void restoreAfterRows(ConnectionUrl target, int jobs, List<RolePolicy> policies) {
        List<String> errors = new ArrayList<>();
        for (TableOfContents.Step step : contents.afterRows(policies, jobs)) {
            List<String> options = List.of("--section=post-data", "--jobs=" + step.jobs());
            errors.addAll(restore(target, options, step.entries(), RestoreErrors::withoutValues));
        }
        if (!errors.isEmpty()) {
            throw new SubsetException(
                    "The sample does not satisfy the schema: %s".formatted(SchemaObstacles.listed(errors)));
        }
    }

    /** Makes event triggers, if there are any, and gives what the server had against it. */
    List<String> restoreEventTriggers(ConnectionUrl target) {
        return contents.eventTriggers().isEmpty()
                ? List.of()
                : restore(target, List.of("--section=post-data"), contents.eventTriggers(), RestoreErrors::of);
    }

    @Override
    public void close() {
        archive.close();
    }

    private List<String> restore(
            ConnectionUrl target, List<String> more, List<String> entries, UnaryOperator<List<String>> reading) {
        List<String> options = new ArrayList<>(
                List.of("--no-owner", "--no-privileges", "--no-tablespaces", "--dbname=" + target.database()));
        options.addAll(more);
        ToolRun.Outcome outcome = new ToolRun(tools, target, cancellation)
                .run(ToolCall.restore(options, archive.listing(entries), archive.file()));
        ToolFailure.ofRestore(ServerErrors.ofTarget(target), archive.file(), outcome.complaints())
                .ifPresent(reason -> {
                    throw reason;
                });
        List<String> errors = reading.apply(outcome.complaints());
        boolean finished = outcome.exitCode() == 0
                || outcome.complaints().stream().anyMatch(line -> line.contains("errors ignored on restore"));
        return errors.isEmpty() && !finished ? List.of(summary(errors, outcome.complaints())) : errors;
    }

    private static TableOfContents list(
            PostgresTools tools, ConnectionUrl source, SchemaArchive archive, Cancellation cancellation) {
        ToolRun.Outcome outcome =
                new ToolRun(tools, source, cancellation).run(ToolCall.list(archive.file(), archive.listing(List.of())));
        if (outcome.exitCode() != 0) {
            throw ToolFailure.ofList(archive.file(), outcome.complaints())
                    .orElseGet(() -> new SubsetException("The dump of the schema could not be read: %s"
                            .formatted(summary(RestoreErrors.of(outcome.complaints()), outcome.complaints()))));
        }
        return new TableOfContents(archive.listed());
    }

    /** A name as pg_dump's patterns have it: between quotes nothing has a meaning. */
    private static String pattern(TableName table) {
        return "\"%s\".\"%s\""
                .formatted(table.schema().replace("\"", "\"\""), table.table().replace("\"", "\"\""));
    }

    private static String summary(List<String> errors, List<String> complaints) {
        return errors.isEmpty()
                ? complaints.stream()
                        .filter(line -> line.startsWith("pg_"))
                        .findFirst()
                        .orElse("the program gave no reason")
                : SchemaObstacles.listed(errors);
    }
}
