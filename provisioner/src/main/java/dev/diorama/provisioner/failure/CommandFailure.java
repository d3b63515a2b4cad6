package dev.diorama.provisioner.failure;

/**
 * A command cannot do what it was asked for. The message is all that a person needs: what failed, why, and what to do
 * about it; it holds no credential. Whoever shows it exits with code 1.
 */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with nothing behind it. */
    public CommandFailure(String message) {
        super(message);
    }

    /** A failure that another one caused. */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
