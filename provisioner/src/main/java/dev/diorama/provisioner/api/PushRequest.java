package dev.diorama.provisioner.api;

import java.util.Optional;

/** A branch was pushed to a repository of the local forge. */
public record PushRequest(String project, String branch, Optional<String> title) {
    @SuppressWarnings("NullAway") // JSON may leave out what it likes
    public PushRequest {
        if (project == null || branch == null) {
            throw new IllegalArgumentException("A push names a project and a branch");
        }
    }
}
