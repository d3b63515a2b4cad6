package dev.diorama.subsetter;

import dev.diorama.subsetter.catalog.ReadPrivileges;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.transfer.PostgresTools;
import dev.diorama.subsetter.transfer.SchemaTransfer;
import dev.diorama.subsetter.verification.SchemaInventory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A source's schema: everything that it holds, and how that comes into a sample. Closing it removes the files.
 *
 * @param inventory everything that it holds, which the finished sample is compared with
 * @param transfer how it comes into the sample
 */
record SourceSchema(SchemaInventory inventory, SchemaTransfer transfer) implements AutoCloseable {
    /** Reads the schema that a snapshot sees, and makes in the target what rows need; both at the same time. */
    static SourceSchema move(
            Snapshot snapshot,
            SubsetRequest request,
            PostgresTools tools,
            Supplier<ConnectionUrl> target,
            Cancellation cancellation) {
        CompletableFuture<SchemaInventory> inventory = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().daemon().name("diorama-inventory").start(() -> {
            try (Session session = snapshot.open()) {
                inventory.complete(SchemaInventory.read(session));
            } catch (RuntimeException | Error e) {
                inventory.completeExceptionally(e);
            }
        });
        try {
            SchemaTransfer transfer = SchemaTransfer.dump(
                    tools, request.source(), request.limits(), snapshot.id(), unreadable(snapshot), cancellation);
            try {
                transfer.restoreBeforeRows(target.get());
                return new SourceSchema(inventory.join(), transfer);
            } catch (RuntimeException e) {
                transfer.close();
                throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        } finally {
            inventory.handle((done, failure) -> reader).join();
        }
    }

    @Override
    public void close() {
        transfer.close();
    }

    private static List<TableName> unreadable(Snapshot snapshot) {
        try (Session session = snapshot.open()) {
            return ReadPrivileges.unreadableInExtensions(session);
        }
    }
}
