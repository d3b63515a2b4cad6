package dev.diorama.provisioner.environment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a step.
 *
 * @param detail one line for people: what was done, or why it failed
 * @param log everything the step wrote, last lines last
 */
public record StepRecord(
        Step step, StepState state, Instant startedAt, Optional<Instant> endedAt, String detail, String log) {

    /** How long it took; empty while it runs. */
    public Optional<Duration> duration() {
        return endedAt.map(end -> Duration.between(startedAt, end));
    }
}
