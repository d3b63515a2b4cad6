package dev.diorama.provisioner.reconcile;

import dev.diorama.provisioner.comment.Comments;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.state.EnvironmentStore;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every lane works with. */
record Surroundings(
        EnvironmentStore store,
        PullRequests pullRequests,
        Observer observer,
        StepTaker taker,
        Comments comments,
        StepListener listener) {

    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

    /** The environment after its pull request was read again, so that a close is never missed. */
    Environment current(long environmentId) {
        return pullRequests.refresh(store.load(environmentId));
    }

    /** The comment first: whoever sees the phase finds the comment that goes with it. */
    void report(Environment environment, Phase phase, Optional<String> failure) {
        shown(() -> comments.show(environment.in(phase, failure)));
        store.revise(environment, phase, failure);
    }

    void show(Environment environment) {
        shown(() -> comments.showCurrent(environment.id()));
    }

    /** Tells people why nothing goes on, as far as the state database can still be written. */
    void excuse(long environmentId, Throwable reason) {
        try {
            var environment = store.load(environmentId);
            var words = reason instanceof SubsetException
                    ? String.valueOf(reason.getMessage())
                    : "unexpected %s; the server's log has the whole of it"
                            .formatted(reason.getClass().getSimpleName());
            store.revise(environment, environment.phase(), Optional.of("Tried again every 10 s: " + words));
        } catch (RuntimeException e) {
            LOG.warn("Environment {}: nor can the reason be recorded", environmentId, e);
        }
    }

    /** A comment that cannot be shown never changes what happens to an environment. */
    private static void shown(Runnable show) {
        try {
            show.run();
        } catch (RuntimeException e) {
            LOG.warn("A comment cannot be shown; the next change tries again", e);
        }
    }
}
