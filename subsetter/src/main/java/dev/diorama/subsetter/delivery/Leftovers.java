package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Record;

/**
 * The temporary names of databases, by which a later run finds what a killed one left. A name tells when the database
 * was made: a run marks its database only once it is connected to it, and until then no other run may take it for a
 * leftover.
 */
final class Leftovers {
    static final String MARKER = "A sample that is being built by diorama";

    private static final Duration UNMARKED_FOR_AT_MOST = Duration.ofMinutes(10);
    private static final Pattern NAME = Pattern.compile("diorama_building_(\\d+)_[0-9a-f]{8}");

    private Leftovers() {}

    static String newName() {
        return "diorama_building_%d_%s"
                .formatted(
                        Instant.now().getEpochSecond(),
                        UUID.randomUUID().toString().substring(0, 8));
    }

    /** Those that this role may remove. */
    static List<String> of(Session session) {
        return session
                .sql()
                .fetch(
                        """
                        SELECT datname AS name, shobj_description(oid, 'pg_database') AS comment
                        FROM pg_database
                        WHERE datname LIKE 'diorama\\_building\\_%' AND pg_has_role(datdba, 'USAGE')""")
                .stream()
                .filter(row -> isLeftover(row, Instant.now()))
                .map(row -> row.get("name", String.class))
                .toList();
    }

    private static boolean isLeftover(Record row, Instant now) {
        Matcher matcher = NAME.matcher(row.get("name", String.class));
        if (!matcher.matches()) {
            return false;
        }
        Instant made = Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
        return MARKER.equals(row.get("comment", String.class))
                || made.plus(UNMARKED_FOR_AT_MOST).isBefore(now);
    }
}
