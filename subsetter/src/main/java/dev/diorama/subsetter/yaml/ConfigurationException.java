package dev.diorama.subsetter.yaml;

import java.util.List;

/**
 * A configuration that cannot be used. It holds every error that was found, in the order of the file, each as
 * {@code file:line:column: what is wrong}. Whoever shows it to a person exits with code 2.
 */
public final class ConfigurationException extends RuntimeException {
    private final transient List<String> errors;

    /** An exception that tells of {@code errors}, one per line. */
    public ConfigurationException(List<String> errors) {
        super(String.join("\n", errors));
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("A configuration exception needs an error to tell of");
        }
        this.errors = List.copyOf(errors);
    }

    /** An exception that tells of one error. */
    public ConfigurationException(String error) {
        this(List.of(error));
    }

    /** Every error, in the order of the file; never empty. */
    public List<String> errors() {
        return errors;
    }
}
