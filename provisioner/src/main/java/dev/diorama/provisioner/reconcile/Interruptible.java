package dev.diorama.provisioner.reconcile;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Work that does not listen to interrupts, such as a statement on a server, made to end by other means. */
final class Interruptible {
    private Interruptible() {}

    /**
     * Does the work on a thread of its own. When the caller is interrupted, {@code abort} is run and the work's end
     * is awaited, so that nothing of it happens later.
     */
    static <T> T call(Supplier<T> work, Runnable abort) throws InterruptedException {
        var result = CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
        try {
            return result.get();
        } catch (InterruptedException e) {
            abort.run();
            result.handle((value, failure) -> value).join();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        }
    }
}
