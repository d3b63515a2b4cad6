package dev.diorama.provisioner.environment;

import java.util.Locale;

/** How far an environment has come, as people read it. */
public enum Phase {
    QUEUED,
    WORKING,
    READY,
    FAILED,
    REMOVING,
    REMOVED;

    /** The word in the state database, the API and the pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The opposite of {@link #word()}. */
    public static Phase of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the reconciler has nothing left to do. */
    public boolean settled() {
        return this == READY || this == FAILED || this == REMOVED;
    }
}
