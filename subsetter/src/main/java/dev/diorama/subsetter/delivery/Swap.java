package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The renaming of databases at the end of a run, in one transaction. {@code ALTER DATABASE … RENAME} first locks the
 * database, so that whoever connects waits, then waits up to five seconds for the sessions in it to leave. Meanwhile
 * another session ends these. So nobody is locked out before the swap, and an aborted one leaves nothing to undo: who
 * waited is let in to the old database, or is told that it is gone and finds the new one with the next attempt.
 *
 * @param session where the databases are renamed
 * @param other where sessions in them are ended
 */
record Swap(Session session, Session other) {
    private static final Executor THREADS =
            task -> Thread.ofPlatform().daemon().name("diorama-swap").start(task);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /**
     * Gives {@code building} its name, after the database that has it was moved away.
     *
     * @param name the target's name
     * @param replaced the name for the database that has it now; nothing where there is none
     * @param existing what may happen to sessions in that database
     */
    void run(TemporaryName building, String name, Optional<TemporaryName> replaced, ExistingTarget existing) {
        CompletableFuture<Void> renaming = CompletableFuture.runAsync(
                () -> session.sql().transaction(transaction -> {
                    replaced.ifPresent(away -> rename(transaction.dsl(), name, away.text()));
                    rename(transaction.dsl(), building.text(), name);
                }),
                THREADS);
        try {
            endOccupants(renaming, building, name, existing);
        } catch (RuntimeException e) {
            // However the looking went: the transaction knows whether the sample has its name.
        }
        try {
            renaming.join();
        } catch (CompletionException e) {
            throw failure(name, e);
        }
    }

    private void endOccupants(
            CompletableFuture<Void> renaming, TemporaryName building, String name, ExistingTarget existing) {
        while (!renaming.isDone()) {
            new Occupants(other, building.text()).end();
            if (existing == ExistingTarget.REPLACE) {
                new Occupants(other, name).end();
            }
            try {
                renaming.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Somebody is still there.
            } catch (ExecutionException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private RuntimeException failure(String name, CompletionException failure) {
        if (failure.getCause() instanceof DataAccessException refused) {
            String occupants = new Occupants(other, name).described();
            return new SubsetException(
                    "The sample could not take the name \"%s\": %s%s. What has the name is as it was; the sample is removed"
                            .formatted(
                                    name,
                                    PostgresMessage.withoutValues(refused),
                                    occupants.isEmpty() ? "" : ", namely by " + occupants),
                    refused);
        }
        return failure.getCause() instanceof RuntimeException known ? known : failure;
    }

    private static void rename(DSLContext sql, String from, String to) {
        sql.execute("ALTER DATABASE {0} RENAME TO {1}", DSL.quotedName(from), DSL.quotedName(to));
    }
}
