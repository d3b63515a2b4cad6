package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.connection.ServerErrors;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.failure.SubsetException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Failures of pg_dump and pg_restore whose reason lies in a server. The programs pass on the server's words without its
 * code, so the words are looked for, and only what was looked for is repeated.
 */
final class ToolFailure {
    private static final Pattern ERROR = Pattern.compile("pg_(?:dump|restore): (?:error|detail): .*");
    private static final Pattern UNKNOWN_SNAPSHOT = Pattern.compile(
            "invalid snapshot identifier|snapshot \"[^\"]*\" does not exist|could not import the requested snapshot");
    /** pg_dump's own statements have no time limit but for the one that waits for locks. */
    private static final Pattern LOCK_TIMEOUT =
            Pattern.compile("canceling statement due to (?:lock|statement) timeout");

    /** Where the archive found no room pg_dump may say nothing, and pg_restore finds that it lacks its end. */
    private static final Pattern NO_ROOM =
            Pattern.compile("error: could not [^\n]*: (?:No space left on device|Disk quota exceeded)"
                    + "|error: (?:input file is too short|could not read from input file|did not find magic string)");

    private static final Map<Pattern, String> CODES = codes();

    private ToolFailure() {}

    /** Why pg_dump, which writes into {@code archive}, failed. */
    static Optional<SubsetException> ofDump(ServerErrors source, Path archive, List<String> complaints) {
        return errors(complaints)
                .flatMap(text -> UNKNOWN_SNAPSHOT.matcher(text).find()
                        ? Optional.of(new SubsetException(Snapshot.onAnotherServer(source.url())))
                        : explained(source, archive, text));
    }

    /** Why pg_restore, which reads {@code archive}, failed. */
    static Optional<SubsetException> ofRestore(ServerErrors target, Path archive, List<String> complaints) {
        return errors(complaints).flatMap(text -> explained(target, archive, text));
    }

    /** Why pg_restore could not list the archive. */
    static Optional<SubsetException> ofList(Path archive, List<String> complaints) {
        return errors(complaints).filter(text -> NO_ROOM.matcher(text).find()).map(text -> noRoom(archive));
    }

    private static Optional<String> errors(List<String> complaints) {
        List<String> errors = complaints.stream()
                .filter(line -> ERROR.matcher(line).matches())
                .toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", errors));
    }

    private static Optional<SubsetException> explained(ServerErrors server, Path archive, String errors) {
        return CODES.entrySet().stream()
                .flatMap(entry -> {
                    Matcher matcher = entry.getKey().matcher(errors);
                    return matcher.find()
                            ? server.explain(new SQLException(matcher.group(), entry.getValue())).stream()
                            : Stream.empty();
                })
                .findFirst()
                .or(() -> NO_ROOM.matcher(errors).find() ? Optional.of(noRoom(archive)) : Optional.empty());
    }

    private static SubsetException noRoom(Path archive) {
        return new SubsetException(
                "There is no room for the schema in \"%s\" on this machine: free some, or name another folder in JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=…"
                        .formatted(archive.getParent()));
    }

    private static Map<Pattern, String> codes() {
        Map<Pattern, String> codes = new LinkedHashMap<>();
        codes.put(
                Pattern.compile("(?:canceling statement|terminating connection) due to conflict with recovery"),
                "40001");
        codes.put(LOCK_TIMEOUT, "55P03");
        codes.put(Pattern.compile("canceling statement due to user request"), "57014");
        codes.put(Pattern.compile("(?<=ERROR: {2})[^\n]*(?:No space left on device|Disk quota exceeded)"), "53100");
        codes.put(Pattern.compile("(?<=ERROR: {2})out of memory"), "53200");
        codes.put(
                Pattern.compile("sorry, too many clients already|remaining connection slots are reserved"
                        + "|too many connections for (?:role|database)"),
                "53300");
        codes.put(Pattern.compile("terminating connection due to administrator command"), "57P01");
        codes.put(
                Pattern.compile(
                        "server closed the connection unexpectedly|the database system is (?:shutting down|starting up)"
                                + "|connection to server .* failed|no connection to the server"),
                "08006");
        return codes;
    }
}
