package dev.diorama.subsetter.command;

import dev.diorama.subsetter.failure.SubsetException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * While something runs, Ctrl-C and SIGTERM interrupt the thread that it runs in, and the process waits until that thread
 * has cleaned up and told how it ended.
 */
final class StopOnSignal {
    private StopOnSignal() {}

    /**
     * Runs {@code work}. A failure after a signal is given to {@code farewell} and goes no further: the process is
     * ending, and whoever would hear of it later may never do.
     */
    static void during(Runnable work, Consumer<SubsetException> farewell) {
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean signalled = new AtomicBoolean();
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(
                () -> {
                    signalled.set(true);
                    worker.interrupt();
                    await(done);
                },
                "diorama-subset-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            work.run();
        } catch (SubsetException e) {
            if (!signalled.get()) {
                throw e;
            }
            farewell.accept(e);
        } finally {
            done.countDown();
            remove(hook);
        }
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook has done its work.
        }
    }
}
