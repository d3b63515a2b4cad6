package dev.diorama.provisioner.environment;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What really exists of an environment, read from the disk, the staging server and the engine, never from memory.
 *
 * @param checkoutSha the commit whose checkout is complete
 * @param builtSha the commit whose build is complete
 * @param sampleReady whether the project has a sample to clone from
 * @param cloneGeneration the generation that the clone's marker names; empty without a clone or a marker
 * @param stackGeneration the generation whose services all run; empty where one of them does not
 * @param leftovers whether anything at all exists that belongs to the environment
 */
public record Observation(
        Optional<String> checkoutSha,
        Optional<String> builtSha,
        boolean sampleReady,
        OptionalLong cloneGeneration,
        OptionalLong stackGeneration,
        boolean leftovers) {}
