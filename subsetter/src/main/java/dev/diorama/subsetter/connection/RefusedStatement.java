package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.SubsetException;
import org.jooq.exception.DataAccessException;

/** A statement that a server refused because of what it says. The message names the server and quotes no row. */
public final class RefusedStatement extends DataAccessException {
    private final String explanation;

    RefusedStatement(String explanation, Throwable cause) {
        super(explanation, cause);
        this.explanation = explanation;
    }

    /** The same as the failure of a run. */
    public SubsetException explained() {
        return new SubsetException(explanation, this);
    }
}
