package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.Cancellation;
import org.jooq.impl.DSL;

/**
 * One moment of the source, which every connection that reads it shares, pg_dump's included. It lasts as long as its
 * own session does. Several threads may open sessions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-SNAPSHOT-SYNCHRONIZATION">snapshot
 *     synchronization</a>
 */
public final class Snapshot implements AutoCloseable {
    private final ConnectionUrl url;
    private final Cancellation cancellation;
    private final Session session;
    private final String id;

    private Snapshot(ConnectionUrl url, Cancellation cancellation, Session session, String id) {
        this.url = url;
        this.cancellation = cancellation;
        this.session = session;
        this.id = id;
    }

    /** Connects and takes a snapshot. */
    public static Snapshot take(ConnectionUrl url, Cancellation cancellation) {
        Session session = Session.open(url, cancellation);
        try {
            session.beginReadOnly();
            String id = session.sql()
                    .resultQuery("SELECT pg_export_snapshot()")
                    .fetchSingle()
                    .get(0, String.class);
            return new Snapshot(url, cancellation, session, id);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** The name by which PostgreSQL knows the snapshot. */
    public String id() {
        return id;
    }

    /** The session that holds the snapshot. */
    public Session session() {
        return session;
    }

    /** Another session that sees the same moment. */
    public Session open() {
        Session other = Session.open(url, cancellation);
        return other.prepared(() -> {
            other.beginReadOnly();
            other.execute(other.sql().render(DSL.sql("SET TRANSACTION SNAPSHOT {0}", DSL.inline(id))));
        });
    }

    /** Ends the snapshot, and the source's transaction with it, before its scope does. */
    public void release() {
        session.close();
    }

    @Override
    public void close() {
        session.close();
    }
}
