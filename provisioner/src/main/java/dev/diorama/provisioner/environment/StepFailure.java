package dev.diorama.provisioner.environment;

/**
 * A step could not be taken. The message is one sentence for people: what failed, on which object, and what to do. It
 * never holds a row's value or a credential.
 */
public final class StepFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure that has no cause worth keeping. */
    public StepFailure(String message) {
        super(message);
    }

    /** A failure with its cause, which is for the log of the server. */
    public StepFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
