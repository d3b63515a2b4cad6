package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.ConflictWithRecovery;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.Set;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * One moment of the source, which every connection that reads it shares, pg_dump's included. It lasts as long as its
 * own session does. Several threads may open sessions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-SNAPSHOT-SYNCHRONIZATION">snapshot
 *     synchronization</a>
 */
public final class Snapshot implements AutoCloseable {
    /** The server does not know the snapshot: invalid parameter value, undefined object, not in prerequisite state. */
    private static final Set<String> UNKNOWN = Set.of("22023", "42704", "55000");

    private final ConnectionUrl url;
    private final SourceLimits limits;
    private final Cancellation cancellation;
    private final Session session;
    private final Moment moment;

    private Snapshot(
            ConnectionUrl url, SourceLimits limits, Cancellation cancellation, Session session, Moment moment) {
        this.url = url;
        this.limits = limits;
        this.cancellation = cancellation;
        this.session = session;
        this.moment = moment;
    }

    /**
     * What a snapshot was taken of.
     *
     * @param id the name by which the server knows it
     * @param server since when the server runs, by which it is told from others behind the same address
     * @param replica whether the server is one
     */
    private record Moment(String id, String server, boolean replica) {}

    /** Connects and takes a snapshot. */
    public static Snapshot take(ConnectionUrl url, SourceLimits limits, Cancellation cancellation) {
        Pooler.requireSessions(url);
        Session session = Session.openReadOnly(url, limits, cancellation);
        try {
            Record row = session.sql()
                    .fetchSingle(
                            """
                            SELECT pg_export_snapshot() AS id, pg_postmaster_start_time()::text AS server,
                                   pg_is_in_recovery() AS replica""");
            Moment moment = new Moment(
                    row.get("id", String.class), row.get("server", String.class), row.get("replica", Boolean.class));
            return new Snapshot(url, limits, cancellation, session, moment);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** The name by which PostgreSQL knows the snapshot. */
    public String id() {
        return moment.id();
    }

    /** The session that holds the snapshot. */
    public Session session() {
        return session;
    }

    /** Says that connections to one URL do not reach one server. */
    public static String onAnotherServer(ConnectionUrl url) {
        return "The connections to the source, %s, lead to different servers, which cannot share a snapshot. Name one of them, not a load balancer"
                .formatted(url);
    }

    /** Another session that sees the same moment. */
    public Session open() {
        Session other = Session.openReadOnly(url, limits, cancellation);
        return other.prepared(() -> {
            try {
                other.execute(other.sql().render(DSL.sql("SET TRANSACTION SNAPSHOT {0}", DSL.inline(moment.id()))));
            } catch (DataAccessException e) {
                throw UNKNOWN.contains(e.sqlState()) ? notShared(other, e) : e;
            }
        });
    }

    private SubsetException notShared(Session other, DataAccessException cause) {
        other.beginAgain();
        String server = other.sql()
                .fetchSingle("SELECT pg_postmaster_start_time()::text")
                .get(0, String.class);
        if (!server.equals(moment.server())) {
            return new SubsetException(onAnotherServer(url), cause);
        }
        return moment.replica()
                ? new ConflictWithRecovery(url.toString(), cause)
                : new SubsetException(ServerErrors.ofSource(url, limits).lost("it held the snapshot"), cause);
    }

    /** Rests between two batches of rows, as the limits say. */
    public void rest() {
        cancellation.pause(limits.pauseBetweenBatches());
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
