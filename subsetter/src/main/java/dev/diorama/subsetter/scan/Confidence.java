package dev.diorama.subsetter.scan;

import java.util.Locale;

/** How sure a finding is. */
public enum Confidence {
    /** It may be; a person should look. */
    LOW,
    /** Its name or its values say so, and nothing speaks against it. */
    MEDIUM,
    /** Its values prove it, or its name and its values agree. */
    HIGH;

    /** As people read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
