package dev.diorama.subsetter.delivery;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * A database that has the target's name already.
 *
 * @param url where it is
 * @param owner whose it is
 */
record ExistingDatabase(ConnectionUrl url, String owner) {
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

    /** What makes it impossible to rename a database, or to drop it after. */
    private static final String OBSTACLES =
            """
            SELECT pg_get_userbyid(datdba)::text AS owner, pg_has_role(datdba, 'USAGE') AS owned,
                   EXISTS (SELECT FROM pg_replication_slots WHERE database = datname)
                     OR EXISTS (SELECT FROM pg_subscription WHERE subdbid = d.oid) AS replicated
            FROM pg_database d
            WHERE datname = {0}""";

    /** The database of that name, if there is one; throws where this role may not put another in its place. */
    static Optional<ExistingDatabase> find(ConnectionUrl url, Session maintenance) {
        return maintenance
                .sql()
                .resultQuery(OBSTACLES, DSL.inline(url.database()))
                .fetchOptional()
                .map(row -> replaceable(url, row, maintenance));
    }

    private static ExistingDatabase replaceable(ConnectionUrl url, Record row, Session session) {
        String owner = row.get("owner", String.class);
        if (!row.get("owned", Boolean.class)) {
            throw new SubsetException(
                    "The target database \"%s\" at %s port %d belongs to role \"%s\", and \"%s\" may not replace it. Run there as a superuser: GRANT %s TO %s;"
                            .formatted(
                                    url.database(),
                                    url.host(),
                                    url.port(),
                                    owner,
                                    url.user(),
                                    session.sql().render(DSL.quotedName(owner)),
                                    session.sql().render(DSL.quotedName(url.user()))));
        }
        if (row.get("replicated", Boolean.class)) {
            throw new SubsetException(
                    "The target database \"%s\" at %s port %d is replicated: drop its subscriptions and replication slots, or choose another name"
                            .formatted(url.database(), url.host(), url.port()));
        }
        return new ExistingDatabase(url, owner);
    }

    void requireEmpty(Cancellation cancellation) {
        try (Session inside = Session.open(url, cancellation)) {
            Record contents = inside.sql().fetchSingle(CONTENTS);
            long tables = contents.get("tables", Long.class);
            if (tables > 0 || contents.get("others", Long.class) > 0) {
                throw new SubsetException(
                        "The target database \"%s\" at %s port %d is not empty: it holds %s. Choose another name, or replace it with --replace"
                                .formatted(url.database(), url.host(), url.port(), contents(tables)));
            }
        }
    }

    private static String contents(long tables) {
        if (tables == 0) {
            return "schemas, views or functions";
        }
        return tables == 1 ? "a table" : "%d tables".formatted(tables);
    }

    /** Throws where somebody is in the database whose session this role may not end; nobody's is ended then. */
    void requireEndable(Session maintenance) {
        String staying = new Occupants(maintenance, url.database()).describedIfTheyMayStay();
        if (!staying.isEmpty()) {
            throw new SubsetException(
                    "The database \"%s\" at %s port %d cannot be replaced while others are in it whose sessions role \"%s\" may not end: %s. End them, or run there as a superuser: GRANT pg_signal_backend TO %s; The database is as it was, and the sample is removed"
                            .formatted(
                                    url.database(),
                                    url.host(),
                                    url.port(),
                                    url.user(),
                                    staying,
                                    maintenance.sql().render(DSL.quotedName(url.user()))));
        }
    }
}
