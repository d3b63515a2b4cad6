package dev.diorama.provisioner.reconcile;

import dev.diorama.provisioner.checkout.Checkouts;
import dev.diorama.provisioner.engine.Engine;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Observation;
import dev.diorama.provisioner.staging.Samples;
import dev.diorama.provisioner.staging.StagingServer;

/** Reads what exists of an environment from where it is. */
final class Observer {
    private final Checkouts checkouts;
    private final Samples samples;
    private final StagingServer staging;
    private final Engine engine;

    Observer(Checkouts checkouts, Samples samples, StagingServer staging, Engine engine) {
        this.checkouts = checkouts;
        this.samples = samples;
        this.staging = staging;
        this.engine = engine;
    }

    Observation observe(Environment environment) {
        long id = environment.id();
        return new Observation(
                checkouts.present(id, environment.headSha()),
                checkouts.built(id, environment.headSha()),
                samples.newest(environment.project()).isPresent(),
                staging.cloneGeneration(id),
                engine.running(id),
                checkouts.environments().contains(id)
                        || engine.environments().contains(id)
                        || staging.environments().contains(id));
    }
}
