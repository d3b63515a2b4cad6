package dev.diorama.provisioner.state;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Wakes those who wait for a change of any environment. Thread-safe. */
public final class Changes {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long signals;

    /** Something changed: everybody who waits looks again. */
    public void signal() {
        lock.lock();
        try {
            signals++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the condition holds, looking at every change. The condition is evaluated outside of any lock.
     *
     * @return whether it held before the time was up
     */
    public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            long seen = signals();
            if (condition.getAsBoolean()) {
                return true;
            }
            if (!awaitSignalAfter(seen, deadline)) {
                return false;
            }
        }
    }

    private long signals() {
        lock.lock();
        try {
            return signals;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitSignalAfter(long seen, long deadline) throws InterruptedException {
        lock.lock();
        try {
            while (signals == seen) {
                if (changed.awaitNanos(deadline - System.nanoTime()) <= 0) {
                    return false;
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
