package dev.diorama.provisioner.environment;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What has to happen between a commit and its link, and what must have happened before. Build and database have
 * nothing to do with each other until the service starts, so they run side by side.
 */
public enum Step {
    CHECKOUT,
    BUILD,
    SAMPLE,
    CLONE,
    MIGRATE,
    START,
    CHECK;

    /** The steps that must hold before this one can begin. */
    public Set<Step> after() {
        return switch (this) {
            case CHECKOUT -> Set.of();
            case BUILD, SAMPLE -> Set.of(CHECKOUT);
            case CLONE -> Set.of(SAMPLE);
            case MIGRATE -> Set.of(CLONE);
            case START -> Set.of(BUILD, MIGRATE);
            case CHECK -> Set.of(START);
        };
    }

    /** The steps that are no longer true once this one is taken again. */
    public Set<Step> invalidates() {
        var later = EnumSet.noneOf(Step.class);
        for (Step step : values()) {
            if (step.after().contains(this)) {
                later.add(step);
                later.addAll(step.invalidates());
            }
        }
        return later;
    }

    /** The word in the state database, the API and the logs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The opposite of {@link #word()}. */
    public static Step of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
