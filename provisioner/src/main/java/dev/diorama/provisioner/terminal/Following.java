package dev.diorama.provisioner.terminal;

import dev.diorama.provisioner.api.ApiClient;
import dev.diorama.provisioner.api.EnvironmentName;
import dev.diorama.provisioner.api.EnvironmentView;
import dev.diorama.provisioner.api.StepView;
import dev.diorama.provisioner.environment.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Shows an environment's steps until nothing is left to do. Used by one thread. */
public final class Following {
    private final ApiClient client;
    private final Progress progress;
    private final Map<String, Shown> shown = new HashMap<>();
    private long generation;
    private Optional<String> obstacle = Optional.empty();

    /** A step that was taken again has another start. */
    private record Shown(Instant startedAt, StepState state) {}

    /** Follows on this progress. */
    public Following(ApiClient client, Progress progress) {
        this.client = client;
        this.progress = progress;
    }

    /** Follows from here until the environment is ready, failed or removed, and tells how it is then. */
    public EnvironmentView untilSettled(EnvironmentView start) {
        var name = new EnvironmentName(start.project(), start.number());
        var environment = start;
        generation = start.generation();
        show(environment);
        while (!environment.progress().settled()) {
            environment = client.changed(name, environment.revision());
            show(environment);
        }
        return environment;
    }

    private void show(EnvironmentView environment) {
        if (environment.generation() != generation) {
            generation = environment.generation();
            shown.clear();
            progress.abandonAll();
            progress.print("  %s is wanted otherwise meanwhile: it begins again".formatted(environment.name()));
        }
        environment.steps().forEach(this::show);
        // Only what keeps the reconciler from going on; a failed environment is told of by whoever follows it.
        if (!environment.progress().settled() && !environment.failure().equals(obstacle)) {
            environment.failure().ifPresent(reason -> progress.print("  " + reason));
        }
        obstacle = environment.failure();
    }

    private void show(StepView step) {
        var now = new Shown(step.startedAt(), StepState.of(step.state()));
        var before = shown.put(step.name(), now);
        if (now.equals(before)) {
            return;
        }
        if (before == null || !before.startedAt().equals(now.startedAt())) {
            progress.begun(step.name());
        }
        var duration = Duration.ofMillis(step.millis());
        switch (now.state()) {
            case RUNNING -> {
                // It was just begun.
            }
            case DONE -> progress.done(step.name(), duration, step.detail());
            case FAILED -> progress.failed(step.name(), duration, step.detail());
        }
    }
}
