package dev.diorama.subsetter.failure;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What may be repeated of a server's error. Its detail, context and hint may quote a row, and where a value itself was
 * refused or a function raised the error, its message may too.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">error codes</a>
 */
public final class PostgresMessage {
    /** The function of the server that runs PL/pgSQL's RAISE, which may give its text any code. */
    private static final String RAISE = "exec_stmt_raise";

    /** PL/pgSQL says which kind of its statements failed; other languages make all of theirs. */
    private static final Pattern MADE_STATEMENT =
            Pattern.compile("\\bat (?:EXECUTE|FOR over EXECUTE|RETURN QUERY|OPEN)\\b|\\bPL/(?!pgSQL)");
    /**
     * Classes of errors that quote the statement: a syntax error or an unknown name, what is not supported, and what the
     * server or an extension did not foresee. A function may make statements of values.
     */
    private static final Set<String> OF_STATEMENTS = Set.of("0A", "26", "34", "3D", "3F", "42", "54", "XX");

    private static final Map<String, String> CLASSES = Map.of(
            "22", "a value was not accepted",
            "38", "a function failed",
            "39", "a function failed",
            "P0", "a function failed");
    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("22001", "string data right truncation"),
            Map.entry("22003", "numeric value out of range"),
            Map.entry("22004", "null value not allowed"),
            Map.entry("22007", "invalid date or time format"),
            Map.entry("22008", "date or time field overflow"),
            Map.entry("22012", "division by zero"),
            Map.entry("22021", "character not in repertoire"),
            Map.entry("22023", "invalid parameter value"),
            Map.entry("22032", "invalid JSON text"),
            Map.entry("2201B", "invalid regular expression"),
            Map.entry("2202E", "array subscript error"),
            Map.entry("22P02", "invalid text representation"),
            Map.entry("22P03", "invalid binary representation"),
            Map.entry("22P04", "bad COPY file format"),
            Map.entry("22P05", "untranslatable character"),
            Map.entry("P0001", "raised exception"),
            Map.entry("P0002", "no data found"),
            Map.entry("P0003", "too many rows"),
            Map.entry("P0004", "assertion failed"));

    private static final Pattern COLUMN_OF_COPY = Pattern.compile("\\ACOPY [^:\"\n]+, line \\d+, column ([^:\"\n]+):");

    private PostgresMessage() {}

    /** A reason in one line that quotes no row. */
    public static String withoutValues(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("");
        Optional<ServerErrorMessage> fromServer = failure instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage())
                : Optional.empty();
        if (fromServer.map(ServerErrorMessage::getRoutine).filter(RAISE::equals).isPresent()) {
            return condition(state, "raised exception");
        }
        if (OF_STATEMENTS.contains(classOf(state))
                && fromServer
                        .map(ServerErrorMessage::getWhere)
                        .filter(PostgresMessage::isOfMadeStatement)
                        .isPresent()) {
            return condition(state, "a function made a statement that failed");
        }
        return Optional.ofNullable(CLASSES.get(classOf(state)))
                .map(words -> condition(state, words))
                .orElseGet(() ->
                        firstLine(fromServer.map(ServerErrorMessage::getMessage).orElse(failure.getMessage())));
    }

    /** The same for rows that COPY was given, with the column where the context begins with it; a value comes after it. */
    public static String ofCopy(SQLException failure) {
        Matcher context = COLUMN_OF_COPY.matcher(context(failure));
        String reason = withAdvice(failure);
        return context.find() ? "%s, in column \"%s\"".formatted(reason, context.group(1)) : reason;
    }

    /** The same, with what to do where a function of the database's finds something only with another search path. */
    public static String withAdvice(SQLException failure) {
        return SearchPathAdvice.after(withoutValues(failure), context(failure));
    }

    private static String context(SQLException failure) {
        return failure instanceof PSQLException postgres && postgres.getServerErrorMessage() != null
                ? Objects.requireNonNullElse(postgres.getServerErrorMessage().getWhere(), "")
                : "";
    }

    /** The same for an exception of jOOQ, whose own message holds the statement. */
    public static String withoutValues(DataAccessException failure) {
        return failure.getCause() instanceof SQLException cause
                ? withoutValues(cause)
                : firstLine(failure.getMessage());
    }

    /** The same for an exception of jOOQ. */
    public static String withAdvice(DataAccessException failure) {
        return failure.getCause() instanceof SQLException cause ? withAdvice(cause) : withoutValues(failure);
    }

    /** Whether an error's context tells of a function that made the statement, perhaps of values. */
    public static boolean isOfMadeStatement(String context) {
        return MADE_STATEMENT.matcher(context).find();
    }

    private static String classOf(String state) {
        return state.substring(0, Math.min(2, state.length()));
    }

    private static String condition(String state, String otherwise) {
        return "%s (SQLSTATE %s)".formatted(CONDITIONS.getOrDefault(state, otherwise), state);
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
