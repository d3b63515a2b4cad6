package dev.diorama.subsetter.concurrent;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A bounded number of threads, each with connections of its own, that share a list of tasks in its order. */
public final class Workers {
    // Not virtual ones: there are few of them, and the threads that wait for those hold up the exit of the JVM by 0.3
    // s.
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().daemon().name("diorama-worker-", 1).factory();

    private Workers() {}

    /** Runs all tasks, or throws the first failure after every thread has stopped. */
    public static <C extends Closeable, T> void run(
            int count, List<T> tasks, Supplier<C> connections, BiConsumer<C, T> work) {
        Queue<T> open = new ConcurrentLinkedQueue<>(tasks);
        List<Future<?>> futures = new ArrayList<>();
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(THREADS)) {
            for (int i = 0; i < Math.min(count, tasks.size()); i++) {
                futures.add(executor.submit(() -> {
                    try (C own = connections.get()) {
                        for (T task = open.poll(); task != null; task = open.poll()) {
                            work.accept(own, task);
                        }
                    } catch (RuntimeException e) {
                        open.clear();
                        throw e;
                    }
                    return null;
                }));
            }
        }
        for (Future<?> future : futures) {
            rethrowFailure(future);
        }
    }

    private static void rethrowFailure(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("A worker failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted after all workers had stopped", e);
        }
    }
}
