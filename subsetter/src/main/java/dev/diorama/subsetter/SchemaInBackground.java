package dev.diorama.subsetter;

import dev.diorama.subsetter.failure.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Moves the schema while the rows are being chosen, since the one is the work of programs and the other of the source's
 * server. Closing it ends what goes on and removes its files.
 */
final class SchemaInBackground implements AutoCloseable {
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("diorama-schema").start(task);

    private final Cancellation cancellation;
    private final CompletableFuture<SourceSchema> transfer;

    private SchemaInBackground(Cancellation cancellation, CompletableFuture<SourceSchema> transfer) {
        this.cancellation = cancellation;
        this.transfer = transfer;
    }

    static SchemaInBackground start(Cancellation cancellation, Supplier<SourceSchema> work) {
        return new SchemaInBackground(cancellation, CompletableFuture.supplyAsync(work, THREADS));
    }

    SourceSchema await() {
        try {
            return transfer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        if (!transfer.isDone()) {
            cancellation.request();
        }
        transfer.handle((done, failure) -> done)
                .thenAccept(done -> {
                    if (done != null) {
                        done.close();
                    }
                })
                .join();
    }
}
