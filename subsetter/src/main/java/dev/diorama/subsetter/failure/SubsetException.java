package dev.diorama.subsetter.failure;

/**
 * A sample could not be made. The message says what failed, on which object, why, and what to do about it; it holds no
 * password and no value of a row. Whoever shows it to a person exits with code 1.
 */
public final class SubsetException extends RuntimeException {
    /** A failure with nothing behind it. */
    public SubsetException(String message) {
        super(message);
    }

    /** A failure that another one caused. */
    public SubsetException(String message, Throwable cause) {
        super(message, cause);
    }
}
