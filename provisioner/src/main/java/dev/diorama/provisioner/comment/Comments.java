package dev.diorama.provisioner.comment;

import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.forge.Forge;
import dev.diorama.provisioner.routing.Links;
import dev.diorama.provisioner.staging.StagingServer;
import dev.diorama.provisioner.state.EnvironmentStore;
import dev.diorama.provisioner.state.SampleStore;
import java.util.Optional;

/** Renders an environment's comment from its present state and has the forge show it. Thread-safe. */
public final class Comments {
    private final EnvironmentStore environments;
    private final SampleStore samples;
    private final StagingServer staging;
    private final Links links;
    private final Forge forge;

    /** Comments at a forge. */
    public Comments(
            EnvironmentStore environments, SampleStore samples, StagingServer staging, Links links, Forge forge) {
        this.environments = environments;
        this.samples = samples;
        this.staging = staging;
        this.links = links;
        this.forge = forge;
    }

    /** Shows the state as it is now; one at a time, so that an older state never replaces a newer one. */
    public synchronized void showCurrent(long environmentId) {
        show(environments.load(environmentId));
    }

    /** Shows this state of an environment, with its steps as they are now, unless something newer is wanted already. */
    public synchronized void show(Environment environment) {
        if (environments.load(environment.id()).generation() != environment.generation()) {
            return;
        }
        forge.show(
                environment.identity(),
                CommentText.render(new CommentState(
                        environment,
                        links.of(environment),
                        environments.steps(environment.id(), environment.generation()),
                        sampled(environment),
                        environments.migrations(environment.id()))));
    }

    private Optional<SampledData> sampled(Environment environment) {
        return staging.sampleOfClone(environment.id()).stream()
                .boxed()
                .findFirst()
                .flatMap(samples::report)
                .map(SampledData::parse);
    }
}
