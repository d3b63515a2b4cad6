package dev.diorama.subsetter.command;

import java.util.concurrent.CountDownLatch;

/**
 * While something runs, Ctrl-C and SIGTERM interrupt the thread that it runs in, and the process waits until that thread
 * has cleaned up.
 */
final class StopOnSignal {
    private StopOnSignal() {}

    static void during(Runnable work) {
        CountDownLatch done = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(
                () -> {
                    worker.interrupt();
                    await(done);
                },
                "diorama-subset-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            work.run();
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
