package dev.diorama.subsetter.concurrent;

import dev.diorama.subsetter.failure.Cancellation;
import java.io.Closeable;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    /**
     * Runs all tasks, or throws the first failure after every thread has stopped.
     *
     * @param cancellation what the work heeds: it is requested as soon as a task fails, since the others are in vain then
     */
    public static <C extends Closeable, T> void run(
            Cancellation cancellation, int count, List<T> tasks, Supplier<C> connections, BiConsumer<C, T> work) {
        Queue<T> open = new ConcurrentLinkedQueue<>(tasks);
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(THREADS)) {
            for (int i = 0; i < Math.min(count, tasks.size()); i++) {
                executor.execute(() -> {
                    try (C own = connections.get()) {
                        for (T task = open.poll(); task != null; task = open.poll()) {
                            work.accept(own, task);
                        }
                    } catch (Throwable e) {
                        failures.add(e);
                        open.clear();
                        cancellation.request();
                    }
                });
            }
        }
        // What fails after the first fails because of it.
        Throwable first = failures.peek();
        if (first instanceof RuntimeException failure) {
            throw failure;
        }
        if (first != null) {
            throw new IllegalStateException("A worker failed", first);
        }
    }
}
