package dev.diorama.subsetter.report;

import java.time.Instant;

/**
 * Which run it was.
 *
 * @param toolVersion the version of Diorama that ran
 * @param startedAt when it began
 * @param seed the seed that gives the same rows again
 * @param source the source's URL without its password
 * @param target the target's URL without its password
 */
public record RunDescription(String toolVersion, Instant startedAt, long seed, String source, String target) {}
