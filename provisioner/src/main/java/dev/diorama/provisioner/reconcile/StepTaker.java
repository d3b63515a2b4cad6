package dev.diorama.provisioner.reconcile;

import dev.diorama.provisioner.checkout.Checkouts;
import dev.diorama.provisioner.configuration.ProjectConfiguration;
import dev.diorama.provisioner.configuration.StackFile;
import dev.diorama.provisioner.engine.Build;
import dev.diorama.provisioner.engine.Engine;
import dev.diorama.provisioner.engine.Start;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Step;
import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.provisioner.environment.StepLog;
import dev.diorama.provisioner.interruption.Interruption;
import dev.diorama.provisioner.migration.Migrations;
import dev.diorama.provisioner.probe.HttpProbe;
import dev.diorama.provisioner.routing.Links;
import dev.diorama.provisioner.routing.Routes;
import dev.diorama.provisioner.staging.Samples;
import dev.diorama.provisioner.staging.StagingServer;
import dev.diorama.provisioner.state.EnvironmentStore;
import dev.diorama.provisioner.words.Words;
import java.util.Map;

/** What each step does. Every step can be taken again at any time and then finds done what is done. Thread-safe. */
final class StepTaker {
    private final Map<String, ProjectConfiguration> projects;
    private final EnvironmentStore store;
    private final Checkouts checkouts;
    private final Samples samples;
    private final StagingServer staging;
    private final Engine engine;
    private final Routes routes;
    private final Links links;
    private final HttpProbe probe;

    StepTaker(
            Map<String, ProjectConfiguration> projects,
            EnvironmentStore store,
            Checkouts checkouts,
            Samples samples,
            StagingServer staging,
            Engine engine,
            Routes routes,
            Links links,
            HttpProbe probe) {
        this.projects = projects;
        this.store = store;
        this.checkouts = checkouts;
        this.samples = samples;
        this.staging = staging;
        this.engine = engine;
        this.routes = routes;
        this.links = links;
        this.probe = probe;
    }

    /**
     * Takes a step.
     *
     * @return one line on what was done
     * @throws StepFailure when it cannot be taken
     */
    String take(Environment environment, Step step, StepLog log) throws InterruptedException {
        return switch (step) {
            case CHECKOUT -> checkout(environment);
            case BUILD -> build(environment, log);
            case SAMPLE -> sample(environment, log);
            case CLONE -> clone(environment, log);
            case MIGRATE -> migrate(environment, log);
            case START -> start(environment, log);
            case CHECK -> check(environment);
        };
    }

    /** Removes everything that belongs to an environment, the route first. */
    void remove(Environment environment) throws InterruptedException {
        routes.remove(environment.project(), environment.identity().number());
        engine.remove(environment.id());
        staging.dropClone(environment.id());
        checkouts.remove(environment.id());
    }

    private String checkout(Environment environment) {
        var folder = checkouts.checkout(project(environment), environment.id(), environment.headSha());
        // Read now, so that a mistake in it is told before anything is built.
        var stack = StackFile.read(folder);
        return "commit %s, %s"
                .formatted(environment.shortSha(), Words.count(stack.services().size(), "service"));
    }

    private String build(Environment environment, StepLog log) throws InterruptedException {
        var folder = checkouts.folder(environment.id(), environment.headSha());
        var stack = StackFile.read(folder);
        if (checkouts.built(environment.id(), environment.headSha()).isPresent()) {
            return "built before";
        }
        engine.build(new Build(environment.id(), environment.generation(), environment.headSha(), folder, stack), log);
        checkouts.markBuilt(environment.id(), environment.headSha());
        return stack.build().isPresent() ? "built" : "nothing to build";
    }

    private String sample(Environment environment, StepLog log) throws InterruptedException {
        var before = samples.newest(environment.project());
        var sample = samples.obtain(project(environment), log);
        return (before.isPresent() ? "sample %d, made before" : "sample %d, made now").formatted(sample.id());
    }

    private String clone(Environment environment, StepLog log) throws InterruptedException {
        if (staging.cloneGeneration(environment.id()).orElse(0) >= environment.cloneGeneration()) {
            return "kept";
        }
        var sample = samples.obtain(project(environment), log);
        routes.remove(environment.project(), environment.identity().number());
        engine.stopServices(environment.id());
        staging.createClone(environment.id(), environment.generation(), sample.id());
        return "made from sample " + sample.id();
    }

    private String migrate(Environment environment, StepLog log) throws InterruptedException {
        var folder = checkouts.folder(environment.id(), environment.headSha());
        var migrations = StackFile.read(folder).migrations();
        if (migrations.isEmpty()) {
            return "no migrations";
        }
        var clone = staging.cloneUrl(environment.id());
        int applied = Interruption.abortable(
                () -> Migrations.apply(
                        clone, folder, migrations.get(), log, migration -> store.applied(environment, migration)),
                () -> staging.disconnectClone(environment.id()));
        return applied == 0 ? "up to date" : Words.count(applied, "migration") + " applied";
    }

    private String start(Environment environment, StepLog log) throws InterruptedException {
        var folder = checkouts.folder(environment.id(), environment.headSha());
        var stack = StackFile.read(folder);
        var running = engine.start(
                new Start(
                        environment.id(),
                        environment.generation(),
                        environment.headSha(),
                        folder,
                        stack,
                        staging.cloneUrl(environment.id()).withPassword(),
                        links.of(environment)),
                log);
        routes.put(environment, running);
        return Words.count(running.ports().size(), "service") + " healthy";
    }

    private String check(Environment environment) throws InterruptedException {
        var link = links.of(environment);
        var answer = probe.link(link);
        if (!answer.answered()) {
            throw new StepFailure("The link %s does not answer: %s".formatted(link, answer.words()));
        }
        engine.keepOnly(environment.id(), environment.generation());
        checkouts.keepOnly(environment.id(), environment.headSha());
        return "%s answers with %s".formatted(link, answer.words());
    }

    private ProjectConfiguration project(Environment environment) {
        var project = projects.get(environment.project());
        if (project == null) {
            throw new StepFailure(
                    "The server's configuration has no project \"%s\" any more; add it under projects: or destroy %s"
                            .formatted(environment.project(), environment.name()));
        }
        return project;
    }
}
