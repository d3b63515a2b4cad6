package dev.diorama.subsetter.failure;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
