package dev.diorama.provisioner.environment;

import java.util.Set;

/** What the reconciler is to do next. */
public sealed interface Decision {
    /** Begin these steps now, side by side. */
    record Take(Set<Step> steps) implements Decision {}

    /** Something runs already; look again when it ends. */
    record Wait() implements Decision {}

    /** Remove everything that exists. */
    record Remove() implements Decision {}

    /** What is wanted and what exists agree, or cannot be made to: nothing is left to do. */
    record Settle(Phase phase) implements Decision {}
}
