package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;

/**
 * The name of a database that is there for a while only: one in which a sample is built, or one that a sample replaced.
 * The run that it belongs to holds an advisory lock made of its name, which every session of the server can see and
 * which ends with the run, however that ends. So a database whose lock nobody holds is left over from a killed run.
 *
 * @param text the name
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">advisory locks</a>
 */
record TemporaryName(String text) {
    /** The first half of the lock's key, "dior"; the second is the end of the name. */
    private static final int LOCKS = 0x64696f72;

    private static final int SUFFIX_DIGITS = 8;

    /** A name for a database in which a sample is built. */
    static TemporaryName forBuilding() {
        return next("building");
    }

    /** A name for a database that a sample replaced. */
    static TemporaryName forReplaced() {
        return next("replaced");
    }

    private static TemporaryName next(String kind) {
        return new TemporaryName("diorama_%s_%d_%s"
                .formatted(
                        kind,
                        Instant.now().getEpochSecond(),
                        UUID.randomUUID().toString().substring(0, SUFFIX_DIGITS)));
    }

    /** Says, for as long as {@code session} lasts, that a run needs the database. */
    void hold(Session session) {
        String suffix = text.substring(text.length() - SUFFIX_DIGITS);
        session.sql()
                .resultQuery(
                        "SELECT pg_advisory_lock_shared({0}, {1})",
                        DSL.inline(LOCKS), DSL.inline(Integer.parseUnsignedInt(suffix, 16)))
                .fetch();
    }

    /** The databases that no run needs and this role may remove. */
    static List<TemporaryName> leftovers(Session session) {
        return session.sql()
                .resultQuery(
                        """
                        SELECT datname::text
                        FROM pg_database
                        WHERE datname ~ '^diorama_(building|replaced)_[0-9]+_[0-9a-f]{8}$' AND pg_has_role(datdba, 'USAGE')
                          AND NOT EXISTS (
                            SELECT FROM pg_locks
                            WHERE locktype = 'advisory' AND objsubid = 2 AND classid::bigint = {0}
                              AND objid::bigint = ('x' || right(datname, 8))::bit(32)::bigint)
                        ORDER BY datname""",
                        DSL.inline(LOCKS))
                .fetch()
                .map(row -> new TemporaryName(row.get(0, String.class)));
    }
}
