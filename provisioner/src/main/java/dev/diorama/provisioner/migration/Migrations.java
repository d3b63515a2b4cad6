package dev.diorama.provisioner.migration;

import dev.diorama.provisioner.environment.AppliedMigration;
import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.provisioner.environment.StepLog;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.PostgresMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.util.PSQLException;

/** Applies a commit's Flyway migrations to a clone. Stateless and thread-safe. */
public final class Migrations {
    private static final Pattern LINE = Pattern.compile("^Line\\s+:\\s+(\\d+)", Pattern.MULTILINE);

    private Migrations() {}

    /**
     * Applies what the clone does not have yet, as the clone's own role.
     *
     * @param folder the folder in the checkout
     * @param applied is told of each migration as soon as it was applied, also of those before one that fails
     * @return how many were applied; none when the clone was up to date
     * @throws StepFailure when a migration fails; its message holds no row's values
     */
    public static int apply(
            ConnectionUrl clone, Path checkout, String folder, StepLog log, Consumer<AppliedMigration> applied) {
        var location = checkout.resolve(folder);
        if (!Files.isDirectory(location)) {
            throw new StepFailure(
                    "The commit has no folder %s, which database: migrations: in diorama.yml names".formatted(folder));
        }
        try {
            return Flyway.configure()
                    .dataSource(clone.dataSource())
                    .locations("filesystem:" + location)
                    .callbacks(new EachMigration(migration -> {
                        log.line("Applied %s %s in %d ms"
                                .formatted(
                                        migration.version(),
                                        migration.description(),
                                        migration.duration().toMillis()));
                        applied.accept(migration);
                    }))
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw failure(e, log);
        }
    }

    /** Flyway repeats the server's detail, which quotes rows: only what names objects is passed on. */
    private static StepFailure failure(FlywayException e, StepLog log) {
        var server = serverError(e);
        if (server.isEmpty()) {
            log.line(String.valueOf(e.getMessage()));
            return new StepFailure("Flyway: " + firstLines(String.valueOf(e.getMessage())), e);
        }
        var text = String.valueOf(e.getMessage());
        var line = LINE.matcher(text);
        var headline = text.lines().findFirst().orElse("A migration failed")
                + (line.find() ? " at line " + line.group(1) : "");
        var message = PostgresMessage.withoutValues(server.get());
        log.line(headline);
        log.line(message);
        return new StepFailure("%s: %s".formatted(headline, message), e);
    }

    private static Optional<PSQLException> serverError(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException server) {
                return Optional.of(server);
            }
            if (cause instanceof SQLException other && other.getNextException() instanceof PSQLException server) {
                return Optional.of(server);
            }
        }
        return Optional.empty();
    }

    private static String firstLines(String message) {
        return String.join(
                " ",
                message.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .limit(4)
                        .toList());
    }
}
