package dev.diorama.provisioner.interruption;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Two ways in which an interrupt meets work that was not made for it. */
public final class Interruption {
    private Interruption() {}

    /** Something that may throw an {@link InterruptedException}. */
    @FunctionalInterface
    public interface CleanUp {
        /** Cleans up. */
        void run() throws InterruptedException;
    }

    /**
     * Does work that does not listen to interrupts, such as a statement on a server, on a thread of its own. When the
     * caller is interrupted, {@code abort} is run and the work's end is awaited, so that nothing of it happens later.
     */
    public static <T> T abortable(Supplier<T> work, Runnable abort) throws InterruptedException {
        var result =
                CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
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

    /** Cleans up although the thread was interrupted, and leaves it interrupted. */
    public static void shield(CleanUp cleanUp) {
        boolean interrupted = Thread.interrupted();
        try {
            cleanUp.run();
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
