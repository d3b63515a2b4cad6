package dev.diorama.provisioner.api;

import dev.diorama.provisioner.environment.Phase;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An environment as it travels.
 *
 * @param name what people call it, such as {@code bookshop#1}
 * @param sha the commit that is wanted
 * @param wanted {@code present} or {@code absent}
 * @param phase how far it has come: {@code queued}, {@code working}, {@code ready}, {@code failed}, {@code removing},
 *     {@code removed}
 * @param failure why it failed, where it did
 * @param generation counts up with every change of what is wanted
 * @param revision counts up with every change that can be seen here; never 0
 * @param steps the steps of this generation that have begun, in that order
 */
public record EnvironmentView(
        String name,
        String project,
        int number,
        String title,
        String branch,
        String sha,
        String wanted,
        String phase,
        Optional<String> failure,
        URI link,
        long generation,
        long revision,
        List<StepView> steps) {
    public EnvironmentView {
        steps = List.copyOf(steps);
    }

    /** How far it has come. */
    public Phase progress() {
        return Phase.of(phase);
    }
}
