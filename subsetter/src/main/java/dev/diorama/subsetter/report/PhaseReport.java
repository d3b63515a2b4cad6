package dev.diorama.subsetter.report;

import java.time.Duration;

/**
 * How long a phase took.
 *
 * @param phase which one
 * @param duration how long
 */
public record PhaseReport(PhaseName phase, Duration duration) {}
