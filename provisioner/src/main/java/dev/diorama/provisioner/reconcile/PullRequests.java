package dev.diorama.provisioner.reconcile;

import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.EnvironmentId;
import dev.diorama.provisioner.environment.Wanted;
import dev.diorama.provisioner.forge.Forge;
import dev.diorama.provisioner.forge.PullRequest;
import dev.diorama.provisioner.state.EnvironmentStore;
import java.util.Optional;

/**
 * From what a forge says of a pull request to what is wanted of its environment. Events only say that something
 * changed; what it is now is always read anew.
 */
final class PullRequests {
    private final Forge forge;
    private final EnvironmentStore store;

    PullRequests(Forge forge, EnvironmentStore store) {
        this.forge = forge;
        this.store = store;
    }

    /** Writes what is wanted; empty where there never was an environment and none is wanted. */
    Optional<Environment> desire(EnvironmentId id) {
        return forge.pullRequest(id)
                .filter(pullRequest -> pullRequest.state() == PullRequest.State.OPEN)
                .map(open -> store.want(id, open.project(), open.title(), open.branch(), open.headSha()))
                .or(() -> store.unwant(id));
    }

    /** The same for an environment that is known; one that was destroyed by hand stays so. */
    Environment refresh(Environment environment) {
        return environment.wanted() == Wanted.ABSENT
                ? environment
                : desire(environment.identity()).orElse(environment);
    }
}
