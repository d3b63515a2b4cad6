package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.ConflictWithRecovery;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jooq.exception.DataAccessException;

/**
 * What it means for a run when a server ends a statement or a connection for a reason that lies in the server and not in
 * the statement.
 *
 * @param side which of the run's servers it is
 * @param url the database there
 * @param lockTimeout how long a statement waits for a lock there
 * @param statementTimeout how long a statement takes there at most, zero for as long as it likes
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">error codes</a>
 */
public record ServerErrors(Side side, ConnectionUrl url, Duration lockTimeout, Duration statementTimeout) {
    /** How long a statement waits for a lock on the target, which nobody but other runs can hold. */
    private static final Duration TARGET_LOCK_TIMEOUT = Duration.ofSeconds(10);

    /** The two servers of a run. */
    public enum Side {
        SOURCE("source"),
        TARGET("target");

        private final String word;

        Side(String word) {
            this.word = word;
        }
    }

    /** Those of the source. */
    public static ServerErrors ofSource(ConnectionUrl url, SourceLimits limits) {
        return new ServerErrors(Side.SOURCE, url, limits.lockTimeout(), limits.statementTimeout());
    }

    /** Those of the target, where a statement takes as long as it likes. */
    public static ServerErrors ofTarget(ConnectionUrl url) {
        return new ServerErrors(Side.TARGET, url, TARGET_LOCK_TIMEOUT, Duration.ZERO);
    }

    /** The failure of the run; nothing where the statement itself was wrong. */
    public Optional<SubsetException> explain(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        String reason = PostgresMessage.withoutValues(failure).replaceFirst("\\.$", "");
        return switch (state) {
            case "40001", "40P01" ->
                side == Side.SOURCE ? Optional.of(new ConflictWithRecovery(url.toString(), failure)) : Optional.empty();
            case "55P03" -> failed(locked(), failure);
            case "57014" -> failed(ended(reason), failure);
            case "53100" ->
                failed(
                        "%s has no room left on its disk: %s. Free some there, or let the law keep fewer rows"
                                .formatted(capitalised(server()), reason),
                        failure);
            case "53200" -> failed("%s has no memory left: %s".formatted(capitalised(server()), reason), failure);
            case "53300" -> failed(ConnectionFailure.noneFree(url), failure);
            case "25006" ->
                side == Side.TARGET
                        ? failed(
                                "%s can only be read, as a replica can: name its primary as the target"
                                        .formatted(capitalised(server())),
                                failure)
                        : Optional.empty();
            case "57P01", "57P04", "57P05", "25P03", "25P04" -> failed(lost(reason), failure);
            case "57P02", "57P03" -> failed(down(reason), failure);
            default -> state.startsWith("08") ? failed(down(reason), failure) : Optional.empty();
        };
    }

    /** The failure of the run, for an exception of jOOQ that came while rows were read. */
    public SubsetException explain(DataAccessException failure) {
        Optional<SubsetException> known =
                failure.getCause() instanceof SQLException cause ? explain(cause) : Optional.empty();
        return known.orElseGet(() -> new SubsetException(refused(PostgresMessage.withAdvice(failure)), failure));
    }

    /** Says that a statement was refused, and where. */
    String refused(String reason) {
        return "%s refused a statement: %s".formatted(capitalised(database()), reason);
    }

    private String locked() {
        return "%s waited longer than %s for a lock: %s. Try again when it is free, or wait longer%s"
                .formatted(
                        capitalised(database()),
                        PostgresDuration.format(lockTimeout),
                        side == Side.SOURCE ? LockedTables.of(url) : "another session holds it",
                        side == Side.SOURCE ? " with --lock-timeout" : "");
    }

    private String ended(String reason) {
        return reason.contains("statement timeout")
                ? "A statement on %s took longer than %s: allow more with --statement-timeout, or let the law keep fewer rows"
                        .formatted(database(), PostgresDuration.format(statementTimeout))
                : "Somebody ended a statement of this run on the %s, %s: %s. Run it again"
                        .formatted(side.word, url, reason);
    }

    /** Says that a connection broke, or what it held. */
    String lost(String reason) {
        return "The connection to %s was lost: %s. Run it again once the server answers".formatted(database(), reason);
    }

    /** A server whose disk is full often stops, and can say so in its log only. */
    private String down(String reason) {
        return lost(side == Side.SOURCE ? reason : reason + " (if its server stopped, its log says why: a full disk?)");
    }

    private String database() {
        return "the %s, %s,".formatted(side.word, url);
    }

    private String server() {
        return "the %s's server, %s port %d,".formatted(side.word, url.host(), url.port());
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Optional<SubsetException> failed(String message, SQLException failure) {
        return Optional.of(new SubsetException(message, failure));
    }
}
