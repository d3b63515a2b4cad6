package dev.diorama.provisioner.api;

import java.util.Optional;

/** A branch was pushed to a repository of the local forge. */
public record PushRequest(String project, String branch, Optional<String> title) {}
