package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.sql.SQLException;

/** Says why a connection did not come about, in words that help. */
final class ConnectionFailure {
    private ConnectionFailure() {}

    static SubsetException of(ConnectionUrl url, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        String reason = String.valueOf(cause.getMessage());
        String message =
                switch (state) {
                    case "08001", "08006" ->
                        reason.contains("password") && !url.hasPassword()
                                ? "%s asks for a password and none was given: put it into PGPASSWORD or the password file"
                                        .formatted(url)
                                : "No connection to %s: is a server listening on %s port %d, and may this machine reach it?"
                                        .formatted(url, url.host(), url.port());
                    case "08004" ->
                        "%s asks for a password and none was given: put it into PGPASSWORD or .pgpass".formatted(url);
                    case "28P01" ->
                        "Wrong password for role \"%s\" at %s: set the right one in the URL, PGPASSWORD or .pgpass"
                                .formatted(url.user(), url);
                    case "28000" ->
                        "Role \"%s\" may not connect to %s: %s"
                                .formatted(url.user(), url, PostgresMessage.withoutValues(cause));
                    case "3D000" ->
                        "There is no database \"%s\" at %s port %d: check the name in the URL"
                                .formatted(url.database(), url.host(), url.port());
                    case "53300" ->
                        "%s has no free connection left: raise max_connections or lower --jobs".formatted(url);
                    default -> "No connection to %s: %s".formatted(url, PostgresMessage.withoutValues(cause));
                };
        return new SubsetException(message, cause);
    }
}
