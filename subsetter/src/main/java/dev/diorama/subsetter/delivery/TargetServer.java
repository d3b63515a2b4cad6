package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The server that the sample goes to, seen from a database that is not the target itself. For one thread.
 */
public final class TargetServer {
    private static final String IN_USE = "55006";
    /** What makes a database more than freshly created. Extensions may come with the server's template. */
    private static final String CONTENTS =
            """
            SELECT (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'f')
                      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')) AS tables,
                   (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('v', 'm', 'S')
                      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'))
                 + (SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e'))
                 + (SELECT count(*) FROM pg_namespace n
                    WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('public', 'information_schema')
                      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = n.oid AND d.deptype = 'e')) AS others""";

    private final ConnectionUrl target;
    private final Cancellation cancellation;
    private final MaintenanceDatabase maintenance;
    private final Removal removal;

    private TargetServer(
            ConnectionUrl target, Cancellation cancellation, MaintenanceDatabase maintenance, Removal removal) {
        this.target = target;
        this.cancellation = cancellation;
        this.maintenance = maintenance;
        this.removal = removal;
    }

    /**
     * Finds a database of the target's server that is always there and that the role may connect to.
     *
     * @param notices is told of databases that could not be removed
     */
    public static TargetServer connect(ConnectionUrl target, Cancellation cancellation, Consumer<String> notices) {
        MaintenanceDatabase maintenance = MaintenanceDatabase.find(target, cancellation);
        return new TargetServer(target, cancellation, maintenance, new Removal(maintenance, notices));
    }

    /** Throws unless the target's name is free, or its database is empty. */
    public void requireFree() {
        if (!exists()) {
            return;
        }
        try (Session inside = Session.open(target, cancellation)) {
            Record contents = inside.sql().fetchSingle(CONTENTS);
            long tables = contents.get("tables", Long.class);
            if (tables > 0 || contents.get("others", Long.class) > 0) {
                throw new SubsetException(
                        "The target database \"%s\" at %s port %d is not empty: it holds %s. Drop it, or choose another name"
                                .formatted(
                                        target.database(),
                                        target.host(),
                                        target.port(),
                                        tables > 0 ? "%d tables".formatted(tables) : "schemas, views or functions"));
            }
        }
    }

    /** The server's major version. */
    public int serverMajor() {
        try (Session session = maintenance.open(cancellation)) {
            return session.sql()
                            .resultQuery("SELECT current_setting('server_version_num')::int")
                            .fetchSingle()
                            .get(0, Integer.class)
                    / 10_000;
        }
    }

    /** Removes what killed runs left. A run that goes on is connected to its database, which protects it. */
    public void removeLeftovers() {
        try (Session session = maintenance.open(cancellation)) {
            Leftovers.of(session).forEach(name -> {
                try {
                    session.execute(session.sql().render(DSL.sql("DROP DATABASE IF EXISTS {0}", DSL.quotedName(name))));
                } catch (DataAccessException e) {
                    if (!e.sqlState().equals(IN_USE)) {
                        removal.tell(name, PostgresMessage.withoutValues(e));
                    }
                }
            });
        }
    }

    /** Makes a database under a temporary name, in which the sample is built. */
    public BuildDatabase create(Session source) {
        return BuildDatabase.create(target, DatabaseLocale.read(source), maintenance, removal, cancellation);
    }

    /** Gives a finished database the target's name; an empty database of that name gives way in the same instant. */
    public void deliver(BuildDatabase database) {
        String replaced = Leftovers.newName();
        try (Session session = maintenance.open(cancellation)) {
            database.release();
            boolean exists = exists(session);
            session.sql().transaction(transaction -> {
                if (exists) {
                    rename(transaction.dsl(), target.database(), replaced);
                }
                rename(transaction.dsl(), database.name(), target.database());
            });
            database.delivered();
            if (exists) {
                removal.of(replaced);
            }
        } catch (DataAccessException e) {
            throw new SubsetException(
                    "The sample could not take the name \"%s\": %s"
                            .formatted(target.database(), PostgresMessage.withoutValues(e)),
                    e);
        }
    }

    private static void rename(DSLContext sql, String from, String to) {
        sql.execute("ALTER DATABASE {0} RENAME TO {1}", DSL.quotedName(from), DSL.quotedName(to));
    }

    private boolean exists() {
        try (Session session = maintenance.open(cancellation)) {
            return exists(session);
        }
    }

    private boolean exists(Session session) {
        return session.sql()
                .resultQuery("SELECT 1 FROM pg_database WHERE datname = {0}", DSL.inline(target.database()))
                .fetchOptional()
                .isPresent();
    }
}
