package dev.diorama.githubapp;

import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Step;
import dev.diorama.provisioner.environment.StepState;
import dev.diorama.provisioner.reconcile.StepListener;
import org.jboss.logging.Logger;

/** One line in the log for every step that ended. */
final class StepEvents implements StepListener {
    private static final Logger LOG = Logger.getLogger(StepEvents.class);

    @Override
    public void ended(Environment environment, Step step, StepState state) {
        LOG.infof("%s generation %d: %s %s", environment.name(), environment.generation(), step.word(), state.word());
    }
}
