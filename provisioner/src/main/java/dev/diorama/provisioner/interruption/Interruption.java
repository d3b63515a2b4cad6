package dev.diorama.provisioner.interruption;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two ways in which an interrupt meets work that was not made for it. */
public final class Interruption {
    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);
    private static final Duration BETWEEN_ABORTS = Duration.ofMillis(200);

    private Interruption() {}

    /** Something that may throw an {@link InterruptedException}. */
    @FunctionalInterface
    public interface CleanUp {
        /** Cleans up. */
        void run() throws InterruptedException;
    }

    /**
     * Does work that does not listen to interrupts, such as a statement on a server, on a thread of its own. When the
     * caller is interrupted, {@code abort} is run until the work has ended, so that nothing of it happens later.
     */
    public static <T> T abortable(Supplier<T> work, Runnable abort) throws InterruptedException {
        var result =
                CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
        try {
            return result.get();
        } catch (InterruptedException e) {
            shield(() -> abort(result, abort));
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /** Again and again, because the work may not have begun what is to be aborted. */
    private static void abort(CompletableFuture<?> work, Runnable abort) throws InterruptedException {
        while (!work.isDone()) {
            try {
                abort.run();
            } catch (RuntimeException e) {
                LOG.warn("Work that is no longer wanted cannot be aborted yet", e);
            }
            try {
                work.get(BETWEEN_ABORTS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                LOG.debug("Aborting", e);
            }
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
