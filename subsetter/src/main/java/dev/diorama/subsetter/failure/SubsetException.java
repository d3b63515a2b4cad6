package dev.diorama.subsetter.failure;

/**
 * A sample could not be made. The message says what failed, on which object, why, and what to do about it. Neither it
 * nor any of the causes holds a password or a value of a row, so its trace may be logged. Whoever shows it to a person
 * exits with code 1.
 */
public sealed class SubsetException extends RuntimeException permits ConflictWithRecovery {
    /** A failure with nothing behind it. */
    public SubsetException(String message) {
        super(message);
    }

    /** A failure that another one caused, of which is kept what quotes no row. */
    public SubsetException(String message, Throwable cause) {
        super(message, CauseWithoutValues.of(cause));
    }
}
