package dev.diorama.provisioner.staging;

import dev.diorama.provisioner.environment.StepLog;
import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.report.PhaseName;
import java.time.Duration;

/** Writes a run of the subsetter into the log of the step that waits for it: its phases and what it has to say. */
record SampleLog(StepLog log) implements SubsetListener {
    @Override
    public void phaseFinished(PhaseName phase, Duration duration) {
        log.line("%s: %d ms".formatted(phase.label(), duration.toMillis()));
    }

    @Override
    public void notice(String message) {
        log.line(message);
    }
}
