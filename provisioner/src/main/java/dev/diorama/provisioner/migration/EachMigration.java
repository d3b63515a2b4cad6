package dev.diorama.provisioner.migration;

import dev.diorama.provisioner.environment.AppliedMigration;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Hears of each migration from Flyway and passes it on with its time. For one run, on one thread. */
final class EachMigration implements Callback {
    private final Consumer<AppliedMigration> applied;
    private long begun;

    EachMigration(Consumer<AppliedMigration> applied) {
        this.applied = applied;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_EACH_MIGRATE) {
            begun = System.nanoTime();
        } else {
            var migration = context.getMigrationInfo();
            applied.accept(new AppliedMigration(
                    Optional.ofNullable(migration.getVersion())
                            .map(MigrationVersion::getVersion)
                            .orElse(""),
                    migration.getDescription(),
                    Duration.ofNanos(System.nanoTime() - begun)));
        }
    }

    @Override
    public String getCallbackName() {
        return "diorama";
    }
}
