package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a connection did not come about, in words that help. */
final class ConnectionFailure {
    /** What the driver says before it tries. */
    private static final Pattern INVALID_PARAMETER = Pattern.compile("Invalid (?<name>\\w+) value: ");

    private ConnectionFailure() {}

    static SubsetException of(ConnectionUrl url, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        String reason = String.valueOf(cause.getMessage());
        String message =
                switch (state) {
                    case "08001", "08006" -> unreachable(url, reason);
                    case "08004" -> refused(url, reason);
                    case "28P01" ->
                        "Wrong password for role \"%s\" at %s: set the right one in the URL, PGPASSWORD or .pgpass"
                                .formatted(url.user(), url);
                    case "28000" ->
                        "Role \"%s\" may not connect to %s: %s"
                                .formatted(url.user(), url, PostgresMessage.withoutValues(cause));
                    case "3D000" ->
                        "There is no database \"%s\" at %s port %d: check the name in the URL"
                                .formatted(url.database(), url.host(), url.port());
                    case "53300" -> noneFree(url);
                    case "08P01" -> refusedByPooler(url, reason, cause);
                    default -> "No connection to %s: %s".formatted(url, PostgresMessage.withoutValues(cause));
                };
        return new SubsetException(message, cause);
    }

    static String noneFree(ConnectionUrl url) {
        return "%s has no free connection left: raise max_connections or lower --jobs".formatted(url);
    }

    private static String refused(ConnectionUrl url, String reason) {
        return reason.contains("SSL")
                ? "No connection to %s: the server does not encrypt connections, and the URL's sslmode wants that. Switch ssl on there, or choose another sslmode"
                        .formatted(url)
                : "%s asks for a password and none was given: put it into PGPASSWORD or .pgpass".formatted(url);
    }

    private static String unreachable(ConnectionUrl url, String reason) {
        Matcher invalid = INVALID_PARAMETER.matcher(reason);
        if (invalid.lookingAt()) {
            return "No connection to %s: the URL's parameter \"%s\" has a value that does not exist: correct it"
                    .formatted(url, invalid.group("name"));
        }
        if (reason.contains("password") && !url.hasPassword()) {
            return "%s asks for a password and none was given: put it into PGPASSWORD or the password file"
                    .formatted(url);
        }
        return reason.contains("timed out")
                ? "No connection to %s: %s port %d did not let this machine in within the time: is a PostgreSQL server listening there, and has a pooler connections left?"
                        .formatted(url, url.host(), url.port())
                : "No connection to %s: is a server listening on %s port %d, and may this machine reach it?"
                        .formatted(url, url.host(), url.port());
    }

    /** What pgbouncer says itself comes as a violation of the protocol. */
    private static String refusedByPooler(ConnectionUrl url, String reason, SQLException cause) {
        if (reason.contains("query_wait_timeout") || reason.contains("no more connections allowed")) {
            return "The pooler at %s port %d has no session left for \"%s\": raise pool_size or lower --jobs"
                    .formatted(url.host(), url.port(), url.database());
        }
        return "No connection to %s: %s".formatted(url, PostgresMessage.withoutValues(cause));
    }
}
