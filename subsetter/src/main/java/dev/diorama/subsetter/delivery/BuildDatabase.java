package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * A database under a temporary name. Closing it before it was delivered removes it. A session in it, the guard, holds
 * its name, so that no other run takes it for a leftover.
 */
public final class BuildDatabase implements AutoCloseable {
    private static final String MARKER = "A sample that is being built by diorama";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String UNKNOWN_LOCALE = "42809";

    private final TemporaryName name;
    private final ConnectionUrl url;
    private final Cancellation cancellation;
    private final Session guard;
    private final Removal removal;
    private boolean delivered;

    private BuildDatabase(
            TemporaryName name, ConnectionUrl url, Cancellation cancellation, Session guard, Removal removal) {
        this.name = name;
        this.url = url;
        this.cancellation = cancellation;
        this.guard = guard;
        this.removal = removal;
    }

    static BuildDatabase create(
            ConnectionUrl target,
            DatabaseLocale locale,
            MaintenanceDatabase maintenance,
            Removal removal,
            Cancellation cancellation) {
        TemporaryName name = TemporaryName.forBuilding();
        ConnectionUrl url = target.withDatabase(name.text());
        try (Session session = maintenance.open(cancellation)) {
            name.hold(session);
            create(url, locale, session);
            return new BuildDatabase(name, url, cancellation, guard(name, url, cancellation, removal), removal);
        }
    }

    private static Session guard(TemporaryName name, ConnectionUrl url, Cancellation cancellation, Removal removal) {
        try {
            Session guard = Session.open(url, cancellation);
            return guard.prepared(() -> {
                name.hold(guard);
                guard.execute(guard.sql()
                        .render(DSL.sql(
                                "COMMENT ON DATABASE {0} IS {1}", DSL.quotedName(name.text()), DSL.inline(MARKER))));
            });
        } catch (RuntimeException e) {
            removal.of(name);
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
            removal.of(name);
        }
    }

    TemporaryName name() {
        return name;
    }

    /** Ends the guard, beside which the database cannot be renamed; {@code session} holds the name in its place. */
    void handOver(Session session) {
        name.hold(session);
        guard.close();
    }

    void delivered() {
        delivered = true;
    }

    private static void create(ConnectionUrl url, DatabaseLocale locale, Session session) {
        try {
            session.execute(session.sql().render(locale.create(url.database())));
        } catch (DataAccessException e) {
            throw new SubsetException(
                    switch (e.sqlState()) {
                        case INSUFFICIENT_PRIVILEGE ->
                            "Role \"%1$s\" may not create databases at %2$s port %3$d. Run there as a superuser: ALTER ROLE %4$s CREATEDB;"
                                    .formatted(
                                            url.user(),
                                            url.host(),
                                            url.port(),
                                            session.sql().render(DSL.quotedName(url.user())));
                        case UNKNOWN_LOCALE ->
                            "The target's server, %s port %d, does not know how the source sorts text: %s. Install that locale there, or take a server on a machine like the source's"
                                    .formatted(url.host(), url.port(), PostgresMessage.withoutValues(e));
                        default -> "The target database could not be created: " + PostgresMessage.withoutValues(e);
                    },
                    e);
        }
    }
}
