package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The server that the sample goes to, seen from a database that is not the target itself. For one thread.
 */
public final class TargetServer implements AutoCloseable {
    private static final List<String> MAINTENANCE_DATABASES = List.of("postgres", "template1");
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
    private final Session session;

    private TargetServer(ConnectionUrl target, Cancellation cancellation, Session session) {
        this.target = target;
        this.cancellation = cancellation;
        this.session = session;
    }

    /** Connects to a database of the target's server that is always there. */
    public static TargetServer connect(ConnectionUrl target, Cancellation cancellation) {
        Optional<SubsetException> first = Optional.empty();
        for (String database : MAINTENANCE_DATABASES) {
            if (!database.equals(target.database())) {
                try {
                    Session session = Session.open(target.withDatabase(database), cancellation);
                    return new TargetServer(target, cancellation, session);
                } catch (SubsetException e) {
                    first = first.or(() -> Optional.of(e));
                }
            }
        }
        throw first.orElseThrow();
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
        return session.sql()
                        .resultQuery("SELECT current_setting('server_version_num')::int")
                        .fetchSingle()
                        .get(0, Integer.class)
                / 10_000;
    }

    /** Removes what killed runs left. A run that goes on is connected to its database, which protects it. */
    public void removeLeftovers() {
        Leftovers.of(session).forEach(name -> {
            try {
                session.execute(session.sql().render(DSL.sql("DROP DATABASE IF EXISTS {0}", DSL.quotedName(name))));
            } catch (DataAccessException e) {
                // It is in use by a run that goes on, or belongs to another role.
            }
        });
    }

    /** Makes a database under a temporary name, in which the sample is built. */
    public BuildDatabase create(Session source) {
        return BuildDatabase.create(target, DatabaseLocale.read(source), session, cancellation);
    }

    /** Gives a finished database the target's name; an empty database of that name gives way in the same instant. */
    public void deliver(BuildDatabase database) {
        String replaced = Leftovers.newName();
        database.release();
        boolean exists = exists();
        try {
            session.sql().transaction(transaction -> {
                if (exists) {
                    rename(transaction.dsl(), target.database(), replaced);
                }
                rename(transaction.dsl(), database.name(), target.database());
            });
        } catch (DataAccessException e) {
            throw new SubsetException(
                    "The sample could not take the name \"%s\": %s"
                            .formatted(
                                    target.database(),
                                    e.getCause() == null
                                            ? e.getMessage()
                                            : e.getCause().getMessage()),
                    e);
        }
        database.delivered();
        if (exists) {
            session.execute(session.sql().render(DSL.sql("DROP DATABASE {0}", DSL.quotedName(replaced))));
        }
    }

    @Override
    public void close() {
        session.close();
    }

    private static void rename(DSLContext sql, String from, String to) {
        sql.execute("ALTER DATABASE {0} RENAME TO {1}", DSL.quotedName(from), DSL.quotedName(to));
    }

    private boolean exists() {
        return session.sql()
                .resultQuery("SELECT 1 FROM pg_database WHERE datname = {0}", DSL.inline(target.database()))
                .fetchOptional()
                .isPresent();
    }
}
