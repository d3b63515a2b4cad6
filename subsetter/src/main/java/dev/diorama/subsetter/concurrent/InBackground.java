package dev.diorama.subsetter.concurrent;

import dev.diorama.subsetter.failure.Cancellation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that is made on a thread of its own while others go on. Closing this cancels what is still being done and
 * closes what was made. One thread starts, awaits and closes; others may await too.
 *
 * @param <T> what is made
 */
public final class InBackground<T> implements AutoCloseable {
    private static final Duration BETWEEN_REQUESTS_TO_STOP = Duration.ofMillis(100);

    private final String name;
    private final Cancellation cancellation;
    private final Consumer<T> close;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private boolean started;

    /**
     * Something that nobody has started to make yet.
     *
     * @param name what its thread is called
     * @param cancellation what it heeds
     * @param close how it is closed
     */
    public InBackground(String name, Cancellation cancellation, Consumer<T> close) {
        this.name = name;
        this.cancellation = cancellation;
        this.close = close;
    }

    /** Starts to make it. */
    public void start(Supplier<T> work) {
        started = true;
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
    }

    /** Waits until it is there, or throws why it could not be made. */
    public T await() {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        if (!started) {
            return;
        }
        stop();
        result.handle((done, failure) -> done)
                .thenAccept(done -> {
                    if (done != null) {
                        close.accept(done);
                    }
                })
                .join();
    }

    /** Asks again and again: what began to block when it was asked before may not have heard of it. */
    private void stop() {
        boolean interrupted = false;
        while (!result.isDone()) {
            cancellation.request();
            try {
                result.get(BETWEEN_REQUESTS_TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // How it ends is told to those who await it.
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
