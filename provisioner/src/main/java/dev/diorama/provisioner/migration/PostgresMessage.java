package dev.diorama.provisioner.migration;

import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What may be told of a server error. The detail, the context and the hint of an error quote rows; so does the message
 * itself where the error is about a value (class 22). Names of tables, columns and constraints are told.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
final class PostgresMessage {
    private static final Pattern QUOTED_VALUE = Pattern.compile(": \".*$", Pattern.DOTALL);

    private PostgresMessage() {}

    static String withoutValues(PSQLException failure) {
        var state = Optional.ofNullable(failure.getSQLState()).orElse("");
        var server = Optional.ofNullable(failure.getServerErrorMessage());
        var message = server.map(ServerErrorMessage::getMessage)
                .orElse(String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
        if (state.startsWith("22")) {
            message = QUOTED_VALUE.matcher(message).replaceFirst("");
        }
        return "%s (SQLSTATE %s)".formatted(message, state);
    }
}
