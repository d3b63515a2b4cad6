package dev.diorama.provisioner.environment;

/**
 * What identifies an environment for ever: where the pull request lives, in which repository, under which number.
 * Titles and branches change; these do not.
 *
 * @param forge the forge's name, such as {@code local}
 * @param repositoryId the repository's immutable id at the forge
 * @param number the pull request's number, from 1
 */
public record EnvironmentId(String forge, String repositoryId, int number) {
    public EnvironmentId {
        if (forge.isBlank() || repositoryId.isBlank() || number < 1) {
            throw new IllegalArgumentException("Not an environment: %s/%s#%d".formatted(forge, repositoryId, number));
        }
    }
}
