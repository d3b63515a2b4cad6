package dev.diorama.provisioner.forge;

import dev.diorama.provisioner.environment.EnvironmentId;

/**
 * What a pull request is at this moment.
 *
 * @param project the project's name in the server's configuration
 * @param headSha the commit at its head
 */
public record PullRequest(EnvironmentId id, String project, String title, String branch, String headSha, State state) {
    /** Whether it can still be merged. */
    public enum State {
        OPEN,
        CLOSED
    }
}
