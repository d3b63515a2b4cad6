package dev.diorama.provisioner;

import dev.diorama.provisioner.checkout.Checkouts;
import dev.diorama.provisioner.comment.Comments;
import dev.diorama.provisioner.configuration.ServerConfiguration;
import dev.diorama.provisioner.disk.FolderTree;
import dev.diorama.provisioner.engine.Engine;
import dev.diorama.provisioner.engine.process.ProcessEngine;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.provisioner.environment.StepRecord;
import dev.diorama.provisioner.environment.Wanted;
import dev.diorama.provisioner.forge.LocalForge;
import dev.diorama.provisioner.probe.HttpProbe;
import dev.diorama.provisioner.reconcile.Reconciler;
import dev.diorama.provisioner.reconcile.StepListener;
import dev.diorama.provisioner.routing.Links;
import dev.diorama.provisioner.routing.Proxy;
import dev.diorama.provisioner.routing.Routes;
import dev.diorama.provisioner.staging.RolePasswords;
import dev.diorama.provisioner.staging.Samples;
import dev.diorama.provisioner.staging.SecretFile;
import dev.diorama.provisioner.staging.StagingServer;
import dev.diorama.provisioner.state.Changes;
import dev.diorama.provisioner.state.EnvironmentStore;
import dev.diorama.provisioner.state.LocalPullRequestStore;
import dev.diorama.provisioner.state.SampleStore;
import dev.diorama.provisioner.state.StateDatabase;
import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.yaml.NearestWord;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that a server does with environments. One per process; thread-safe; none of its methods may be called on
 * an event loop, except those of {@link #proxy()}.
 */
public final class Provisioner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);

    private final ServerConfiguration configuration;
    private final StateDatabase state;
    private final Changes changes = new Changes();
    private final EnvironmentStore environments;
    private final LocalForge forge;
    private final Samples samples;
    private final Engine engine;
    private final Checkouts checkouts;
    private final Routes routes = new Routes();
    private final Links links;
    private final Proxy proxy;
    private final Reconciler reconciler;

    private Provisioner(ServerConfiguration configuration, StateDatabase state, Vertx vertx, StepListener listener) {
        this.configuration = configuration;
        this.links = new Links(configuration.publicUrl());
        this.state = state;
        this.environments = new EnvironmentStore(state, changes);
        this.checkouts = new Checkouts(configuration.home());
        this.forge = new LocalForge(new LocalPullRequestStore(state), checkouts);
        FolderTree.makePrivate(configuration.home());
        var staging = new StagingServer(configuration.staging(), RolePasswords.in(configuration.home()));
        var sampleStore = new SampleStore(state);
        var maskKey = MaskKey.of(SecretFile.in(configuration.home(), "masks.key"))
                .derived("number " + configuration.maskKey());
        this.samples = new Samples(sampleStore, staging, checkouts, maskKey);
        var probe = new HttpProbe(vertx);
        this.engine = new ProcessEngine(configuration.home().resolve("run"), probe);
        this.proxy = new Proxy(vertx, links, routes, environments);
        var comments = new Comments(environments, sampleStore, staging, links, forge);
        this.reconciler = Reconciler.of(
                configuration.projects(),
                environments,
                forge,
                checkouts,
                samples,
                staging,
                engine,
                routes,
                links,
                probe,
                comments,
                listener);
        staging.check();
        // Before the first request, because whoever pushes a branch may begin the first sample.
        samples.removeUnfinished();
    }

    /**
     * Connects to the state database and brings its schema up to date; nothing is reconciled yet.
     *
     * @throws dev.diorama.provisioner.failure.CommandFailure when the state database or the staging server cannot be used, or another server
     *     works on the same state
     */
    public static Provisioner open(ServerConfiguration configuration, Vertx vertx) {
        return open(configuration, vertx, (environment, step, state) -> {});
    }

    /** The same, telling of every step that ended. */
    public static Provisioner open(ServerConfiguration configuration, Vertx vertx, StepListener listener) {
        var state = StateDatabase.open(configuration.state());
        try {
            return new Provisioner(configuration, state, vertx, listener);
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    /** Takes up the work where the last server left it. The proxy must be reachable by now, since links are probed. */
    public void start() {
        environments.all().stream()
                .filter(environment -> environment.wanted() == Wanted.PRESENT)
                .forEach(this::restoreRoute);
        reconciler.start();
    }

    /** What one environment has lost must not keep the others from being served. */
    private void restoreRoute(Environment environment) {
        try {
            engine.running(environment.id())
                    .ifPresent(generation -> routes.put(environment, engine.stack(environment.id(), generation)));
        } catch (RuntimeException e) {
            LOG.warn("{}: its services cannot be found again; they are started anew", environment.name(), e);
        }
    }

    /** Answers the requests that environments are asked for. */
    public Proxy proxy() {
        return proxy;
    }

    /** The server's own address and the links below it. */
    public Links links() {
        return links;
    }

    /**
     * Tells the local forge that a branch was pushed: its pull request is opened or moved to the branch's head.
     *
     * @throws StepFailure when the project, the repository or the branch is not known
     */
    public Environment push(String project, String branch, Optional<String> title) {
        var known = configuration.projects().get(project);
        if (known == null) {
            throw new StepFailure("There is no project \"%s\"%s; the server knows %s"
                    .formatted(
                            project,
                            NearestWord.didYouMean(
                                    project, configuration.projects().keySet()),
                            configuration.projects().keySet().stream().sorted().toList()));
        }
        return reconciler.changed(forge.push(known, branch, title)).orElseThrow();
    }

    /** Makes an environment anew, its clone included. */
    public Environment reprovision(Environment environment) {
        if (environment.wanted() == Wanted.ABSENT) {
            throw new StepFailure("%s was removed; push its branch again with: ./diorama up %s --branch %s"
                    .formatted(environment.name(), environment.project(), environment.branch()));
        }
        var renewed = environments.renew(environment);
        reconciler.nudge(environment.id());
        return renewed;
    }

    /** Closes an environment's pull request at the local forge, whereupon everything of it is removed. */
    public Environment destroy(Environment environment) {
        forge.close(environment.identity());
        return reconciler.changed(environment.identity()).orElseThrow();
    }

    /** An environment by the name that people use. */
    public Optional<Environment> find(String project, int number) {
        return environments.find(project, number);
    }

    /** Every environment that there ever was. */
    public List<Environment> environments() {
        return environments.all();
    }

    /** The steps of an environment's current generation. */
    public List<StepRecord> steps(Environment environment) {
        return environments.steps(environment.id(), environment.generation());
    }

    /** The comment as it stands in the pull request. */
    public String comment(Environment environment) {
        return forge.comment(environment.identity());
    }

    /** An environment's link. */
    public URI link(Environment environment) {
        return links.of(environment);
    }

    /** The services whose output is known: those of the generation that was started last. */
    public List<String> services(Environment environment) {
        return engine.services(environment.id()).stream().sorted().toList();
    }

    /** The last lines of a service's output. */
    public List<String> serviceLog(Environment environment, String service, int lines) {
        return engine.logs(environment.id(), service, lines);
    }

    /** Waits until an environment has another revision than this one; false when the time is up. */
    public boolean awaitChange(long environmentId, long revision, Duration atMost) throws InterruptedException {
        return changes.await(() -> environments.load(environmentId).revision() != revision, atMost);
    }

    /** Stops reconciling; environments stay as they are and are found again by the next server. */
    @Override
    public void close() {
        reconciler.close();
        state.close();
    }
}
