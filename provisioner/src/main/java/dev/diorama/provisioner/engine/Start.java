package dev.diorama.provisioner.engine;

import dev.diorama.provisioner.configuration.Stack;
import java.net.URI;
import java.nio.file.Path;

/**
 * What is to be started.
 *
 * @param databaseUrl the clone, as {@code postgresql://…} with the role's password: a secret
 * @param publicUrl where people will reach the stack
 */
public record Start(
        long environmentId,
        long generation,
        String sha,
        Path checkout,
        Stack stack,
        String databaseUrl,
        URI publicUrl) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "Start[environmentId=%d, generation=%d, sha=%s]".formatted(environmentId, generation, sha);
    }
}
