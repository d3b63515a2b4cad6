package dev.diorama.provisioner.forge;

import dev.diorama.provisioner.environment.EnvironmentId;
import java.util.Optional;

/** Where pull requests live. Thread-safe. */
public interface Forge {
    /** The forge's part of an {@link EnvironmentId}. */
    String name();

    /** What a pull request is now; empty where it was never known or is gone. */
    Optional<PullRequest> pullRequest(EnvironmentId id);

    /** Shows this comment in the pull request, in place of the one shown before. */
    void show(EnvironmentId id, String comment);
}
