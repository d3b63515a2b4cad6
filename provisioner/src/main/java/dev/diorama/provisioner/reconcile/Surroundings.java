package dev.diorama.provisioner.reconcile;

import dev.diorama.provisioner.comment.Comments;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.state.EnvironmentStore;
import java.util.Optional;

/** What every lane works with. */
record Surroundings(
        EnvironmentStore store,
        PullRequests pullRequests,
        Observer observer,
        StepTaker taker,
        Comments comments,
        StepListener listener) {

    /** The environment after its pull request was read again, so that a close is never missed. */
    Environment current(long environmentId) {
        return pullRequests.refresh(store.load(environmentId));
    }

    /** The comment first: whoever sees the phase finds the comment that goes with it. */
    void report(Environment environment, Phase phase, Optional<String> failure) {
        comments.show(environment.in(phase, failure));
        store.revise(environment, phase, failure);
    }

    void show(Environment environment) {
        comments.showCurrent(environment.id());
    }
}
