package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a target cannot hold a source's schema, and what can be done about it. Pure. */
final class SchemaObstacles {
    private static final int SHOWN = 20;
    private static final Pattern FORBIDDEN_EXTENSION =
            Pattern.compile("permission denied to create extension \"(.*)\"");
    private static final Pattern MISSING_EXTENSION = Pattern.compile("extension \"(.*)\" is not available"
            + "|could not open extension control file \".*/([^/]*)\\.control\": No such file or directory");
    private static final Pattern FOR_SUPERUSERS = Pattern.compile(
            "must be superuser to .*|permission denied for (?:language (?:c|internal)|foreign-data wrapper .*)");
    private static final Pattern MISSING_LOCALE = Pattern.compile(
            "could not create locale \"(.*)\": No such file or directory|collation \"(?:pg_catalog\\.)?(.*)\" for encoding .* does not exist");

    private SchemaObstacles() {}

    /** The failure behind what a server said while the schema was made; what only followed from it is not repeated. */
    static SubsetException explain(ConnectionUrl target, List<String> errors) {
        List<String> reasons = new ArrayList<>(errors.stream()
                .map(error -> reason(target, error))
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        List<String> forSuperusers = errors.stream()
                .filter(error -> FOR_SUPERUSERS.matcher(error).matches())
                .distinct()
                .toList();
        if (!forSuperusers.isEmpty()) {
            reasons.add("role \"%s\" is no superuser at %s port %d (%s). Connect there as one"
                    .formatted(target.user(), target.host(), target.port(), listed(forSuperusers)));
        }
        return new SubsetException(
                "The schema could not be made in the target: " + listed(reasons.isEmpty() ? errors : reasons));
    }

    /** Reasons in one text, not more than people read. */
    static String listed(List<String> reasons) {
        return reasons.size() <= SHOWN
                ? String.join("; ", reasons)
                : "%s; and %d more".formatted(String.join("; ", reasons.subList(0, SHOWN)), reasons.size() - SHOWN);
    }

    private static Optional<String> reason(ConnectionUrl target, String error) {
        Matcher forbidden = FORBIDDEN_EXTENSION.matcher(error);
        if (forbidden.matches()) {
            return Optional.of(
                    "role \"%s\" may not create extension \"%s\" at %s port %d. Connect there as a superuser, or have the line \"trusted = true\" put into the extension's control file on that server"
                            .formatted(target.user(), forbidden.group(1), target.host(), target.port()));
        }
        Matcher missing = MISSING_EXTENSION.matcher(error);
        if (missing.matches()) {
            return Optional.of("extension \"%s\" is not installed at %s port %d. Install its package on that server"
                    .formatted(firstGroup(missing), target.host(), target.port()));
        }
        Matcher locale = MISSING_LOCALE.matcher(error);
        if (locale.matches()) {
            return Optional.of(
                    "collation \"%s\" is not known at %s port %d. Install the locale on that server's system and make it known to its template0 by pg_import_system_collations"
                            .formatted(firstGroup(locale), target.host(), target.port()));
        }
        return Optional.empty();
    }

    private static String firstGroup(Matcher matcher) {
        return Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
    }
}
