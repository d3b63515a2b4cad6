package dev.diorama.provisioner.api;

import java.time.Instant;

/**
 * A step as it travels.
 *
 * @param state {@code running}, {@code done} or {@code failed}
 * @param millis how long it took, or has taken until now
 * @param detail one line for people
 */
public record StepView(String name, String state, Instant startedAt, long millis, String detail) {}
