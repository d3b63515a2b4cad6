package dev.diorama.provisioner.environment;

import java.util.Optional;

/**
 * One environment as the state database holds it.
 *
 * @param id the server's own number for it; every database, role, folder and process is named by it
 * @param identity the pull request
 * @param project the project's name in the server's configuration
 * @param title the pull request's title
 * @param branch the pull request's branch, for people to read
 * @param headSha the commit that is wanted, 40 hexadecimal digits
 * @param wanted whether it should exist
 * @param generation counts up with every change of what is wanted
 * @param cloneGeneration a clone that was made for an older generation is made anew
 * @param phase how far the reconciler has come with {@code generation}
 * @param failure why it failed, where it did
 * @param revision counts every change that a reader could see
 */
public record Environment(
        long id,
        EnvironmentId identity,
        String project,
        String title,
        String branch,
        String headSha,
        Wanted wanted,
        long generation,
        long cloneGeneration,
        Phase phase,
        Optional<String> failure,
        long revision) {

    /** The same environment, come further. */
    public Environment in(Phase newPhase, Optional<String> newFailure) {
        return new Environment(
                id,
                identity,
                project,
                title,
                branch,
                headSha,
                wanted,
                generation,
                cloneGeneration,
                newPhase,
                newFailure,
                revision);
    }

    /** {@code bookshop#1}: what people type. */
    public String name() {
        return project + "#" + identity.number();
    }

    /** The first seven digits of the commit. */
    public String shortSha() {
        return headSha.substring(0, 7);
    }
}
