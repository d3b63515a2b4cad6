package dev.diorama.subsetter.failure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to do about a function that does not find what it names. Indexes, checks and generated columns call functions with
 * whatever {@code search_path} a session has, and a run has PostgreSQL's own only, as {@code pg_dump} has. Pure.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION … SET search_path</a>
 */
public final class SearchPathAdvice {
    private static final Pattern NOT_FOUND =
            Pattern.compile("(?:function|relation|type|operator|text search configuration) .* does not exist.*");
    /** Who called it, in an error's context. */
    private static final Pattern CALLER =
            Pattern.compile("\\b(?:SQL function \"(?<sql>[^\"]+)\"|PL/pgSQL function (?<plpgsql>[^(\\n]+)\\()");

    private SearchPathAdvice() {}

    /**
     * The reason, with advice where a function could not find something.
     *
     * @param reason the server's message
     * @param context where the server was when it failed
     */
    public static String after(String reason, String context) {
        Matcher caller = CALLER.matcher(context);
        if (!NOT_FOUND.matcher(reason).matches() || !caller.find()) {
            return reason;
        }
        String name = caller.group("sql") == null ? caller.group("plpgsql") : caller.group("sql");
        return "%s. Function \"%s\" names it without its schema: ALTER FUNCTION … SET search_path in the source lets it be found"
                .formatted(reason, name);
    }
}
