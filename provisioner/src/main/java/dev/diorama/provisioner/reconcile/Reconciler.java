package dev.diorama.provisioner.reconcile;

import dev.diorama.provisioner.checkout.Checkouts;
import dev.diorama.provisioner.comment.Comments;
import dev.diorama.provisioner.configuration.ProjectConfiguration;
import dev.diorama.provisioner.engine.Engine;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.EnvironmentId;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.environment.Wanted;
import dev.diorama.provisioner.forge.Forge;
import dev.diorama.provisioner.probe.HttpProbe;
import dev.diorama.provisioner.routing.Links;
import dev.diorama.provisioner.routing.Routes;
import dev.diorama.provisioner.staging.Samples;
import dev.diorama.provisioner.staging.StagingServer;
import dev.diorama.provisioner.state.EnvironmentStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every environment that needs work a lane, and looks at all of them now and then. Thread-safe. */
public final class Reconciler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration TICK = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final Map<Long, Lane> lanes = new HashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reconciler-tick").factory());
    private boolean closed;

    private Reconciler(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** A reconciler that works with these. */
    public static Reconciler of(
            Map<String, ProjectConfiguration> projects,
            EnvironmentStore store,
            Forge forge,
            Checkouts checkouts,
            Samples samples,
            StagingServer staging,
            Engine engine,
            Routes routes,
            Links links,
            HttpProbe probe,
            Comments comments,
            StepListener listener) {
        return new Reconciler(new Surroundings(
                store,
                new PullRequests(forge, store),
                new Observer(checkouts, samples, staging, engine),
                new StepTaker(projects, store, checkouts, samples, staging, engine, routes, links, probe),
                comments,
                listener));
    }

    /** A pull request changed, whatever it was: it is read, and its environment follows. */
    public Optional<Environment> changed(EnvironmentId id) {
        var environment = surroundings.pullRequests().desire(id);
        environment.ifPresent(wanted -> {
            surroundings.show(wanted);
            nudge(wanted.id());
        });
        return environment;
    }

    /** Begins: every environment is looked at now and at every tick. */
    public void start() {
        var unused = ticks.scheduleWithFixedDelay(this::lookAtAll, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something of this environment changed. */
    public void nudge(long environmentId) {
        synchronized (lanes) {
            if (closed) {
                return;
            }
            var lane = lanes.get(environmentId);
            if (lane != null) {
                lane.nudge();
                return;
            }
            var fresh = new Lane(environmentId, surroundings, gone -> ended(environmentId, gone));
            lanes.put(environmentId, fresh);
            threads.removeIf(thread -> !thread.isAlive());
            threads.add(Thread.ofVirtual().name("lane " + environmentId).start(fresh));
        }
    }

    /** Ends all lanes; their steps are interrupted, and what exists stays as it is. */
    @Override
    public void close() {
        ticks.shutdownNow();
        List<Thread> ending;
        synchronized (lanes) {
            closed = true;
            lanes.values().forEach(Lane::stop);
            ending = List.copyOf(threads);
        }
        for (var thread : ending) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void ended(long environmentId, Lane lane) {
        synchronized (lanes) {
            lanes.remove(environmentId);
            // Asked under the lock, because a nudge comes under it too.
            if (lane.nudged()) {
                nudge(environmentId);
            }
        }
    }

    private void lookAtAll() {
        try {
            surroundings.store().all().stream()
                    .filter(Reconciler::needsALook)
                    .forEach(environment -> nudge(environment.id()));
        } catch (RuntimeException e) {
            LOG.warn("The environments cannot be looked at; next try in {} s", TICK.toSeconds(), e);
        }
    }

    private static boolean needsALook(Environment environment) {
        return environment.wanted() == Wanted.PRESENT || environment.phase() != Phase.REMOVED;
    }
}
