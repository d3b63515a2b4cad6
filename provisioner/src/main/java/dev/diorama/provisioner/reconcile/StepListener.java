package dev.diorama.provisioner.reconcile;

import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Step;
import dev.diorama.provisioner.environment.StepState;

/** Learns of every step that ended, on the step's own thread, after it was recorded. */
@FunctionalInterface
public interface StepListener {
    /** A step of an environment ended. */
    void ended(Environment environment, Step step, StepState state);
}
