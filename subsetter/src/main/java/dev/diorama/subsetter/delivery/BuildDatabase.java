package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * A database under a temporary name. Closing it before it was delivered removes it. A connection to it stays open, so
 * that no other run takes it for a leftover.
 */
public final class BuildDatabase implements AutoCloseable {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String MISSING_LOCALE =
            ". The source's database sorts by it: install it on the system of the target's server";

    private final ConnectionUrl url;
    private final Cancellation cancellation;
    private final Session guard;
    private final Removal removal;
    private Optional<String> comment = Optional.empty();
    private boolean delivered;

    private BuildDatabase(ConnectionUrl url, Cancellation cancellation, Session guard, Removal removal) {
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
        ConnectionUrl url = target.withDatabase(Leftovers.newName());
        try (Session session = maintenance.open(cancellation)) {
            create(url, locale, session);
        }
        try {
            return new BuildDatabase(url, cancellation, guard(url, cancellation), removal);
        } catch (RuntimeException e) {
            removal.of(url.database());
            throw e;
        }
    }

    private static Session guard(ConnectionUrl url, Cancellation cancellation) {
        Session guard = Session.open(url, cancellation);
        return guard.prepared(() -> guard.execute(guard.sql()
                .render(DSL.sql(
                        "COMMENT ON DATABASE {0} IS {1}",
                        DSL.quotedName(url.database()), DSL.inline(Leftovers.MARKER)))));
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
            removal.of(url.database());
        }
    }

    String name() {
        return url.database();
    }

    /** Sets what is said of the database once it is delivered; until then its comment is its mark. */
    public void commentAs(Optional<String> text) {
        comment = text;
    }

    /** Ends the guarding connection, with which the database cannot be renamed, and takes its mark off. */
    void release() {
        guard.execute(guard.sql()
                .render(DSL.sql(
                        "COMMENT ON DATABASE {0} IS {1}",
                        DSL.quotedName(url.database()), DSL.inline(comment.orElse("")))));
        guard.close();
    }

    void delivered() {
        delivered = true;
    }

    private static void create(ConnectionUrl url, DatabaseLocale locale, Session session) {
        try {
            session.execute(session.sql()
                    .render(DSL.sql(
                            "CREATE DATABASE {0} TEMPLATE template0 {1}",
                            DSL.quotedName(url.database()), locale.options())));
        } catch (DataAccessException e) {
            String reason = PostgresMessage.withoutValues(e);
            String failure = e.sqlState().equals(INSUFFICIENT_PRIVILEGE)
                    ? "Role \"%1$s\" may not create databases at %2$s port %3$d. Run there as a superuser: ALTER ROLE %4$s CREATEDB;"
                            .formatted(
                                    url.user(),
                                    url.host(),
                                    url.port(),
                                    session.sql().render(DSL.quotedName(url.user())))
                    : "The target database could not be created: %s%s"
                            .formatted(reason, reason.contains("locale") ? MISSING_LOCALE : "");
            throw new SubsetException(failure, e);
        }
    }
}
