package dev.diorama.subsetter.failure;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The request to stop a run. Whatever can block registers how it is woken: a query is cancelled at its server, a child
 * process is ended. Safe for use by several threads.
 */
public final class Cancellation {
    private final Set<Wakening> wakenings = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;

    /** How something that blocks is woken; closing it says that it blocks no more. */
    public final class Wakening implements AutoCloseable {
        private final Runnable action;

        private Wakening(Runnable action) {
            this.action = action;
        }

        @Override
        public void close() {
            wakenings.remove(this);
        }
    }

    /** Registers {@code action}, which must not throw and may be called more than once. */
    public Wakening whenRequested(Runnable action) {
        Wakening wakening = new Wakening(action);
        wakenings.add(wakening);
        if (requested) {
            action.run();
        }
        return wakening;
    }

    /** Asks everything to stop. Repeating it reaches what began to block in the meantime. */
    public void request() {
        requested = true;
        wakenings.forEach(wakening -> wakening.action.run());
    }

    /** Waits, and throws as soon as somebody asks to stop. */
    public void pause(Duration duration) {
        CountDownLatch asked = new CountDownLatch(1);
        Wakening wakening = whenRequested(asked::countDown);
        try {
            asked.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request();
        } finally {
            wakening.close();
        }
        check();
    }

    /** Whether somebody asked to stop. */
    public boolean isRequested() {
        return requested;
    }

    /** Throws if somebody asked to stop. */
    public void check() {
        if (requested) {
            throw new SubsetException("The run was interrupted; nothing of it is left behind");
        }
    }
}
