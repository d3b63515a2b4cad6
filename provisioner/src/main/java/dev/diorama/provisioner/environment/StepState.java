package dev.diorama.provisioner.environment;

import java.util.Locale;

/** How a step of a generation stands; a step that has not begun has no record. */
public enum StepState {
    RUNNING,
    DONE,
    FAILED;

    /** The word in the state database and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The opposite of {@link #word()}. */
    public static StepState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
