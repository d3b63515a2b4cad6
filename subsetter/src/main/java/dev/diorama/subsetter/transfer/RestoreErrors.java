package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SearchPathAdvice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The errors among the complaints of pg_dump and pg_restore. They come without an SQLSTATE, so what may quote a row is
 * known by its words: a value that was refused, or whatever a function said while it ran.
 */
final class RestoreErrors {
    static final String HIDDEN =
            "a type, an expression or a function did not accept a row (the server's message may quote it, so it is not shown)";

    private static final Pattern ERROR = Pattern.compile("pg_(?:dump|restore): error: (.*)");
    /** The beginning of the statement that an error is about: what it makes, by name. */
    private static final Pattern STATEMENT = Pattern.compile("Command was: ([^(]*?)\\s*(?:\\(.*)?");
    /** A setting that a newer pg_restore sends and an older server does not know; it changes nothing for a restore. */
    private static final Pattern HARMLESS =
            Pattern.compile("unrecognized configuration parameter \"(?:transaction_timeout|idle_session_timeout)\"");

    /** How the server's errors of class 22 begin, or what they say. */
    private static final Pattern REFUSED_VALUE = Pattern.compile(
            "(?:invalid|malformed|unterminated|unexpected|value|date/time|interval|timestamp|time zone|bit string|character"
                    + "|requested|numeric|null|lower bound|upper bound|range lower|cannot (?:extract|cast|convert|get|set|take|call))\\b.*"
                    + "|division by zero.*|.*(?:out of range|overflow|not recognized|too long|too large|not a valid|literal).*");
    /** What the server says of rows that break a constraint, and of names; nothing of it comes from a row. */
    private static final Pattern HARMLESS_IN_FUNCTIONS = Pattern.compile(
            "(?:insert or update on table|could not create (?:unique index|exclusion constraint)|check constraint) .*"
                    + "|permission denied .*|canceling statement .*|(?:relation|function|type|schema|column) .* does not exist");

    private RestoreErrors() {}

    /** The errors, for complaints that no row had a part in. */
    static List<String> of(List<String> complaints) {
        return read(complaints, (error, following) -> false);
    }

    /** The errors without what may quote a row. */
    static List<String> withoutValues(List<String> complaints) {
        return read(complaints, RestoreErrors::mayQuoteRow);
    }

    private static List<String> read(List<String> complaints, BiPredicate<String, List<String>> hidden) {
        List<String> errors = new ArrayList<>();
        for (int i = 0; i < complaints.size(); i++) {
            Matcher matcher = ERROR.matcher(complaints.get(i));
            if (matcher.matches() && !HARMLESS.matcher(complaints.get(i)).find()) {
                String error = withoutPrefix(matcher.group(1));
                List<String> following = complaints.subList(i + 1, complaints.size());
                errors.add(hidden.test(error, following) ? HIDDEN : explained(error, following));
            }
        }
        return errors;
    }

    /** pg_dump writes no wrong syntax, only newer one. */
    private static String explained(String error, List<String> following) {
        if (!error.startsWith("syntax error ")) {
            return SearchPathAdvice.after(error, context(following));
        }
        return following.stream()
                .map(STATEMENT::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(statement ->
                        "%s in %s: the target's server is too old for it, take one of the source's version or later"
                                .formatted(error, statement.group(1)))
                .orElse(error);
    }

    private static String context(List<String> following) {
        return following.stream()
                .takeWhile(line -> !line.startsWith("pg_"))
                .filter(line -> line.startsWith("CONTEXT: "))
                .findFirst()
                .orElse("");
    }

    private static boolean mayQuoteRow(String error, List<String> following) {
        List<String> context = following.stream()
                .takeWhile(line -> !line.startsWith("pg_restore: "))
                .toList();
        if (context.stream().anyMatch(PostgresMessage::isOfMadeStatement)) {
            return true;
        }
        return !HARMLESS_IN_FUNCTIONS.matcher(error).matches()
                && (REFUSED_VALUE.matcher(error).matches()
                        || context.stream().anyMatch(line -> line.startsWith("CONTEXT: ")));
    }

    private static String withoutPrefix(String error) {
        return error.replaceFirst("^could not execute query: ERROR:\\s+", "");
    }
}
