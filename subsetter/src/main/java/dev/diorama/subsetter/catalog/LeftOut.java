package dev.diorama.subsetter.catalog;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What a sample does without although its source has it. Nothing is left out in silence: every entry comes with a notice
 * that says why, and whatever is missing without an entry is an error. Safe for use by several threads.
 */
public final class LeftOut {
    private final Set<ObjectName> objects = ConcurrentHashMap.newKeySet();
    private final Consumer<String> notices;

    /**
     * Nothing so far.
     *
     * @param notices is told why things are left out
     */
    public LeftOut(Consumer<String> notices) {
        this.notices = notices;
    }

    /** Tells people something that leaves nothing out by itself. */
    public void tell(String notice) {
        notices.accept(notice);
    }

    /** Leaves an object out, and what is said of it in a comment; somebody tells why. */
    public void add(ObjectName object) {
        objects.add(object);
        objects.add(new ObjectName("comment on", object.toString()));
    }

    /** Whether an object is missing on purpose. */
    public boolean contains(ObjectName object) {
        return objects.contains(object);
    }
}
