package dev.diorama.provisioner.reconcile;

import dev.diorama.provisioner.environment.Decision;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.environment.Plan;
import dev.diorama.provisioner.environment.Step;
import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.provisioner.environment.StepRecord;
import dev.diorama.provisioner.environment.StepState;
import dev.diorama.provisioner.interruption.Interruption;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work on one environment, on a thread of its own: load what is wanted, observe what exists, decide, act, and look
 * again after every event until nothing is left to do. Steps run on threads of theirs and are interrupted when a newer
 * generation is wanted. One lane at a time works on an environment; {@link Reconciler} sees to that.
 */
final class Lane implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private static final int MOST_STARTS = 3;

    private final long environmentId;
    private final Surroundings surroundings;
    private final Semaphore events = new Semaphore(0);
    private final Map<Step, Thread> running = new ConcurrentHashMap<>();
    private final Consumer<Lane> ended;
    private volatile boolean stopping;
    // How often the services of this generation were started without a pause.
    private final AtomicInteger starts = new AtomicInteger();

    Lane(long environmentId, Surroundings surroundings, Consumer<Lane> ended) {
        this.environmentId = environmentId;
        this.surroundings = surroundings;
        this.ended = ended;
    }

    /** Something may have changed: the lane looks again. */
    void nudge() {
        events.release();
    }

    /** The server stops: steps are interrupted, and the lane ends. What they left is found by the next server. */
    void stop() {
        stopping = true;
        events.release();
    }

    /** Whether something happened that the lane did not look at. */
    boolean nudged() {
        return events.availablePermits() > 0;
    }

    @Override
    public void run() {
        try {
            surroundings.store().forgetUnfinished(environmentId);
            work();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("Environment {}: the reconciler cannot go on; it looks again at the next tick", environmentId, e);
            surroundings.excuse(environmentId, e);
        } finally {
            Interruption.shield(this::giveUp);
            ended.accept(this);
        }
    }

    private void work() throws InterruptedException {
        long generation = 0;
        while (true) {
            events.drainPermits();
            var environment = surroundings.current(environmentId);
            if (stopping || environment.generation() != generation) {
                giveUp();
                generation = environment.generation();
                starts.set(0);
            }
            if (stopping || !advance(environment)) {
                return;
            }
            events.acquire();
        }
    }

    /** Takes the next decision; false when nothing is left to wait for. */
    private boolean advance(Environment environment) throws InterruptedException {
        // Before the records are read: a step that ends in between releases an event, and is looked at again.
        var busy = Set.copyOf(running.keySet());
        var observed = surroundings.observer().observe(environment);
        var recorded = surroundings.store().steps(environment.id(), environment.generation()).stream()
                .collect(Collectors.toMap(StepRecord::step, StepRecord::state));
        return switch (Plan.decide(environment, observed, recorded, busy)) {
            case Decision.Take take -> {
                take.steps().forEach(step -> begin(environment, step));
                yield true;
            }
            case Decision.Wait wait -> true;
            case Decision.Remove remove -> {
                surroundings.report(environment, Phase.REMOVING, Optional.empty());
                surroundings.taker().remove(environment);
                events.release();
                yield true;
            }
            case Decision.Settle settle -> {
                settle(environment, settle.phase());
                yield false;
            }
        };
    }

    private void begin(Environment environment, Step step) {
        surroundings.store().begin(environment, step, Instant.now());
        surroundings.show(environment);
        LOG.info("{}: {} of generation {} begins", environment.name(), step.word(), environment.generation());
        // A platform thread: an interrupt closes the socket that a virtual thread reads from, and with it a connection
        // to the state database that others would get from the pool.
        var thread = Thread.ofPlatform()
                .daemon()
                .name(environment.name() + " " + step.word())
                .unstarted(() -> {
                    try {
                        take(environment, step);
                    } finally {
                        running.remove(step);
                        events.release();
                    }
                });
        running.put(step, thread);
        thread.start();
    }

    private void take(Environment environment, Step step) {
        var log = new LogBuffer();
        try {
            if (step == Step.START && starts.incrementAndGet() > MOST_STARTS) {
                throw new StepFailure(
                        "A service ended again and again after it had been healthy; ./diorama logs %s shows why"
                                .formatted(environment.name()));
            }
            var detail = surroundings.taker().take(environment, step, log);
            end(environment, step, StepState.DONE, detail, log);
        } catch (InterruptedException e) {
            abandon(environment, step);
        } catch (StepFailure | ConfigurationException | SubsetException e) {
            LOG.info("{}: {} failed: {}", environment.name(), step.word(), e.getMessage());
            fail(environment, step, String.valueOf(e.getMessage()), log);
        } catch (RuntimeException | Error e) {
            LOG.error("{}: {} failed unexpectedly", environment.name(), step.word(), e);
            // Its message may hold anything, so people are told its kind only.
            var words = "Unexpected %s; the server's log has the whole of it"
                    .formatted(e.getClass().getSimpleName());
            fail(environment, step, words, log);
        }
    }

    private void fail(Environment environment, Step step, String reason, LogBuffer log) {
        if (Thread.interrupted()) {
            abandon(environment, step);
        } else {
            end(environment, step, StepState.FAILED, reason, log);
        }
    }

    /** The step was interrupted: what it made is found or made again by the next generation's. */
    private void abandon(Environment environment, Step step) {
        Interruption.shield(() -> surroundings.store().abandon(environment, step));
    }

    private void end(Environment environment, Step step, StepState state, String detail, LogBuffer log) {
        surroundings.store().end(environment, step, state, Instant.now(), detail, log.text());
        surroundings.show(environment);
        surroundings.listener().ended(environment, step, state);
    }

    private void settle(Environment environment, Phase phase) {
        var failure = surroundings.store().steps(environment.id(), environment.generation()).stream()
                .filter(step -> step.state() == StepState.FAILED)
                .map(step -> "%s: %s".formatted(step.step().word(), step.detail()))
                .findFirst();
        if (environment.phase() != phase || !environment.failure().equals(failure)) {
            LOG.info("{}: {}", environment.name(), phase.word());
            surroundings.report(environment, phase, failure);
        }
    }

    private void giveUp() throws InterruptedException {
        var given = Map.copyOf(running);
        given.values().forEach(Thread::interrupt);
        for (var thread : given.values()) {
            thread.join();
            LOG.info("{} was given up", thread.getName());
        }
    }
}
