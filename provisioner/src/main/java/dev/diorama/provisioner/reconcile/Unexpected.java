package dev.diorama.provisioner.reconcile;

import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.yaml.ConfigurationException;

/** Words for failures that no step foresaw. Their messages may hold anything, so only their kind is told. */
final class Unexpected {
    private Unexpected() {}

    static String words(RuntimeException failure) {
        if (failure instanceof ConfigurationException || failure instanceof SubsetException) {
            // These two speak to people already.
            return String.valueOf(failure.getMessage());
        }
        return "Unexpected %s; the server's log has the whole of it".formatted(failure.getClass().getSimpleName());
    }
}
