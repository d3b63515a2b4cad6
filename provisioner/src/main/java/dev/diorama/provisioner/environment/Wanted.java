package dev.diorama.provisioner.environment;

import java.util.Locale;

/** Whether an environment should exist. */
public enum Wanted {
    PRESENT,
    ABSENT;

    /** The word in the state database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The opposite of {@link #word()}. */
    public static Wanted of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
