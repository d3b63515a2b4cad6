package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * A database under a temporary name. Closing it before it was delivered removes it. A connection to it stays open, so
 * that no other run takes it for a leftover.
 */
public final class BuildDatabase implements AutoCloseable {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final ConnectionUrl url;
    private final Cancellation cancellation;
    private final Session guard;
    private boolean delivered;

    private BuildDatabase(ConnectionUrl url, Cancellation cancellation, Session guard) {
        this.url = url;
        this.cancellation = cancellation;
        this.guard = guard;
    }

    static BuildDatabase create(
            ConnectionUrl target, DatabaseLocale locale, Session session, Cancellation cancellation) {
        ConnectionUrl url = target.withDatabase(Leftovers.newName());
        try {
            create(url, locale, session);
            Session guard = Session.open(url, cancellation);
            guard.execute(session.sql()
                    .render(DSL.sql(
                            "COMMENT ON DATABASE {0} IS {1}",
                            DSL.quotedName(url.database()), DSL.inline(Leftovers.MARKER))));
            return new BuildDatabase(url, cancellation, guard);
        } catch (RuntimeException e) {
            drop(url);
            throw e;
        }
    }

    /** Where the database is while it is built. */
    public ConnectionUrl url() {
        return url;
    }

    /** Opens a session whose commits do not wait for the disk: the rename at the end does, and waits for all. */
    public Session open() {
        Session session = Session.open(url, cancellation);
        return session.prepared(() -> session.execute("SET synchronous_commit = off"));
    }

    @Override
    public void close() {
        guard.close();
        if (!delivered) {
            drop(url);
        }
    }

    String name() {
        return url.database();
    }

    /** Ends the guarding connection, without which the database cannot be renamed, and takes its mark off. */
    void release() {
        guard.execute(guard.sql().render(DSL.sql("COMMENT ON DATABASE {0} IS NULL", DSL.quotedName(url.database()))));
        guard.close();
    }

    void delivered() {
        delivered = true;
    }

    private static void create(ConnectionUrl url, DatabaseLocale locale, Session session) {
        try {
            session.execute(session.sql()
                    .render(DSL.sql(
                            "CREATE DATABASE {0} TEMPLATE template0 ENCODING {1} LC_COLLATE {2} LC_CTYPE {3}",
                            DSL.quotedName(url.database()),
                            DSL.inline(locale.encoding()),
                            DSL.inline(locale.collate()),
                            DSL.inline(locale.characterType()))));
        } catch (DataAccessException e) {
            String failure = e.sqlState().equals(INSUFFICIENT_PRIVILEGE)
                    ? "Role \"%1$s\" may not create databases at %2$s port %3$d. Run there as a superuser: ALTER ROLE %4$s CREATEDB;"
                            .formatted(
                                    url.user(),
                                    url.host(),
                                    url.port(),
                                    session.sql().render(DSL.quotedName(url.user())))
                    : "The target database could not be created: " + e.getMessage();
            throw new SubsetException(failure, e);
        }
    }

    /** Works after a cancellation too, and says nothing: whatever failed before is what a person must hear of. */
    private static void drop(ConnectionUrl url) {
        try (Session session = Session.open(url.withDatabase("postgres"), new Cancellation())) {
            session.execute(session.sql()
                    .render(DSL.sql("DROP DATABASE IF EXISTS {0} WITH (FORCE)", DSL.quotedName(url.database()))));
        } catch (SubsetException | DataAccessException e) {
            // The next run finds the database by its name and its mark.
        }
    }
}
