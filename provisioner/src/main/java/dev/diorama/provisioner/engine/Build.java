package dev.diorama.provisioner.engine;

import dev.diorama.provisioner.configuration.Stack;
import java.nio.file.Path;

/**
 * What is to be built.
 *
 * @param checkout the folder of the commit
 */
public record Build(long environmentId, long generation, String sha, Path checkout, Stack stack) {}
