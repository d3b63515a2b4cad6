package dev.diorama.subsetter;

import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.SubsetPlan;
import dev.diorama.subsetter.report.SubsetReport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a small, referentially consistent sample of a PostgreSQL database. Each call is a run of its own; several
 * threads may have runs. Interrupting the calling thread stops its run and leaves nothing of it behind.
 */
public final class Subsetter {
    private static final Duration BETWEEN_REQUESTS_TO_STOP = Duration.ofMillis(100);

    private Subsetter() {}

    /**
     * Makes the sample.
     *
     * @throws SubsetException if it cannot be made; the target is as it was before
     * @throws dev.diorama.subsetter.yaml.ConfigurationException if the configuration does not fit the source
     */
    public static SubsetReport run(SubsetRequest request, SubsetListener listener) {
        return interruptibly(attempt -> new SubsetRun(request, listener, attempt).run(), listener);
    }

    /**
     * Says what {@link #run} would do, without touching the target.
     *
     * @throws SubsetException if the source cannot be read
     * @throws dev.diorama.subsetter.yaml.ConfigurationException if the configuration does not fit the source
     */
    public static SubsetPlan plan(SubsetRequest request, SubsetListener listener) {
        return interruptibly(attempt -> new SubsetRun(request, listener, attempt).plan(), listener);
    }

    /** Waiting for a server cannot be interrupted, so another thread waits for it, and this one for that. */
    private static <T> T interruptibly(Function<Cancellation, T> work, SubsetListener listener) {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("diorama-subset").start(() -> {
            try {
                result.complete(Repetition.of(work, cancellation, listener::notice));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            stop(cancellation, result);
            Thread.currentThread().interrupt();
            if (!result.isCompletedExceptionally()) {
                // The sample had its name already.
                return result.join();
            }
            throw new SubsetException("The run was interrupted; nothing of it is left behind", e);
        }
    }

    private static void stop(Cancellation cancellation, CompletableFuture<?> result) {
        while (!result.isDone()) {
            cancellation.request();
            try {
                result.get(BETWEEN_REQUESTS_TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException | InterruptedException e) {
                // Whatever ends the run, the caller asked for its end.
            }
        }
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new CompletionException(cause);
    }
}
