package dev.diorama.provisioner.environment;

import java.time.Duration;

/** A migration that was applied to a clone, in the words of the tool that applied it. */
public record AppliedMigration(String version, String description, Duration duration) {}
