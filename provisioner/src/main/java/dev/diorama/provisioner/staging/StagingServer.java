package dev.diorama.provisioner.staging;

import dev.diorama.provisioner.environment.Names;
import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.subsetter.connection.ConnectionUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server that holds samples and clones. Everything is named by {@link Names}, found by name, and safe to
 * do twice. Each clone belongs to a role of its own that may connect to nothing else that Diorama made. Thread-safe.
 */
public final class StagingServer {
    private static final int CONNECTIONS_PER_CLONE = 20;

    private final ConnectionUrl administrator;
    private final RolePasswords passwords;

    /**
     * A staging server.
     *
     * @param administrator a role that may create databases and roles
     */
    public StagingServer(ConnectionUrl administrator, RolePasswords passwords) {
        this.administrator = administrator;
        this.passwords = passwords;
    }

    /**
     * Looks whether the server can be used.
     *
     * @throws CommandFailure when the role may not do what it must
     * @throws dev.diorama.subsetter.failure.SubsetException when it cannot be reached
     */
    public void check() {
        boolean suffices = onServer(sql -> sql.fetchExists(DSL.selectOne()
                .from("pg_roles")
                .where("rolname = current_user AND (rolsuper OR rolcreatedb AND rolcreaterole)")));
        if (!suffices) {
            throw new CommandFailure(
                    "Role \"%s\" may not create databases and roles on the staging server %s; as a superuser there: ALTER ROLE %s CREATEDB CREATEROLE"
                            .formatted(
                                    administrator.user(),
                                    administrator,
                                    DSL.using(SQLDialect.POSTGRES).render(DSL.quotedName(administrator.user()))));
        }
    }

    /** Makes the role that will own a sample's objects, and tells where and as whom the sample is to be built. */
    public ConnectionUrl prepareSample(long sampleId) {
        var name = Names.sample(sampleId);
        onServer(sql -> {
            ensureRole(sql, name, "CREATEDB");
            return null;
        });
        return as(name);
    }

    /** The sample is complete: from now on it can only be cloned. */
    public void sealSample(long sampleId) {
        var name = DSL.name(Names.sample(sampleId));
        onServer(sql -> {
            sql.execute("ALTER DATABASE {0} OWNER TO CURRENT_USER", name);
            sql.execute("REVOKE ALL ON DATABASE {0} FROM PUBLIC", name);
            sql.execute("ALTER DATABASE {0} ALLOW_CONNECTIONS false", name);
            sql.execute("ALTER ROLE {0} NOLOGIN NOCREATEDB", name);
            return null;
        });
    }

    /** Whether a sample's database is there. */
    public boolean hasSample(long sampleId) {
        return onServer(sql -> hasDatabase(sql, Names.sample(sampleId)));
    }

    /** Removes a sample and its role. */
    public void dropSample(long sampleId) {
        drop(Names.sample(sampleId));
    }

    /** Makes an environment's clone anew; the marker that {@link #cloneGeneration} reads is written last. */
    public void createClone(long environmentId, long generation, long sampleId) {
        var name = Names.clone(environmentId);
        drop(name);
        onServer(sql -> {
            ensureRole(sql, name, "");
            sql.execute("CREATE DATABASE {0} TEMPLATE {1} OWNER {0}", DSL.name(name), DSL.name(Names.sample(sampleId)));
            sql.execute("REVOKE ALL ON DATABASE {0} FROM PUBLIC", DSL.name(name));
            return null;
        });
        on(administrator.withDatabase(name), sql -> {
            sql.execute("REASSIGN OWNED BY {0} TO {1}", DSL.name(Names.sample(sampleId)), DSL.name(name));
            return null;
        });
        onServer(sql -> sql.execute(
                "COMMENT ON DATABASE {0} IS {1}",
                DSL.name(name), DSL.inline(new CloneMarker(generation, sampleId).text())));
    }

    /** The generation that the clone was made for; empty unless the clone is complete. */
    public OptionalLong cloneGeneration(long environmentId) {
        return marker(environmentId)
                .map(marker -> OptionalLong.of(marker.generation()))
                .orElse(OptionalLong.empty());
    }

    /** The sample that the clone was made from; empty unless the clone is complete. */
    public OptionalLong sampleOfClone(long environmentId) {
        return marker(environmentId)
                .map(marker -> OptionalLong.of(marker.sampleId()))
                .orElse(OptionalLong.empty());
    }

    /** Where and as whom an environment reaches its clone. Its text form with the password is a secret. */
    public ConnectionUrl cloneUrl(long environmentId) {
        return as(Names.clone(environmentId));
    }

    /** Ends every connection to an environment's clone, and with it whatever is being done there. */
    public void disconnectClone(long environmentId) {
        onServer(sql -> sql.fetch(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {0} AND usename = {0}",
                DSL.val(Names.clone(environmentId))));
    }

    /** Removes an environment's clone and its role, whoever is connected. */
    public void dropClone(long environmentId) {
        drop(Names.clone(environmentId));
    }

    /** The environments of which a database or a role exists. */
    public List<Long> environments() {
        return numbers(Names::environmentOfClone);
    }

    private Optional<CloneMarker> marker(long environmentId) {
        return onServer(sql -> Optional.ofNullable(sql.fetchValue(
                        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = {0}",
                        DSL.val(Names.clone(environmentId))))
                .map(String.class::cast)
                .flatMap(CloneMarker::parse));
    }

    private void ensureRole(DSLContext sql, String role, String attributes) {
        Name name = DSL.name(role);
        boolean exists = sql.fetchExists(DSL.selectOne().from("pg_roles").where("rolname = {0}", DSL.val(role)));
        if (!exists) {
            sql.execute("CREATE ROLE {0}", name);
            sql.execute("GRANT {0} TO CURRENT_USER", name);
        }
        sql.execute(
                "ALTER ROLE {0} LOGIN %s CONNECTION LIMIT %d PASSWORD {1}".formatted(attributes, CONNECTIONS_PER_CLONE),
                name,
                DSL.inline(passwords.of(role)));
    }

    /** Also drops what the role was building under another name when its server was killed. */
    private void drop(String databaseAndRole) {
        onServer(sql -> {
            sql.execute("DROP DATABASE IF EXISTS {0} WITH (FORCE)", DSL.name(databaseAndRole));
            sql.fetchValues(
                            "SELECT datname::text FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba"
                                    + " WHERE rolname = {0}",
                            DSL.val(databaseAndRole))
                    .forEach(owned -> sql.execute("DROP DATABASE {0} WITH (FORCE)", DSL.name(String.valueOf(owned))));
            sql.execute("DROP ROLE IF EXISTS {0}", DSL.name(databaseAndRole));
            return null;
        });
    }

    private List<Long> numbers(Function<String, OptionalLong> read) {
        return onServer(sql -> Stream.concat(
                        sql.fetchValues("SELECT datname::text FROM pg_database").stream(),
                        sql.fetchValues("SELECT rolname::text FROM pg_roles").stream())
                .map(String.class::cast)
                .map(read)
                .flatMap(number -> number.stream().boxed())
                .distinct()
                .sorted()
                .toList());
    }

    private static boolean hasDatabase(DSLContext sql, String name) {
        return sql.fetchExists(DSL.selectOne().from("pg_database").where("datname = {0}", DSL.val(name)));
    }

    private ConnectionUrl as(String databaseAndRole) {
        return administrator.withDatabase(databaseAndRole).withUser(databaseAndRole, passwords.of(databaseAndRole));
    }

    private <T extends @Nullable Object> T onServer(Function<DSLContext, T> work) {
        return on(administrator, work);
    }

    private static <T extends @Nullable Object> T on(ConnectionUrl url, Function<DSLContext, T> work) {
        try (Connection connection = url.connect()) {
            return work.apply(DSL.using(connection, SQLDialect.POSTGRES));
        } catch (SQLException e) {
            throw new IllegalStateException("The connection to %s cannot be closed".formatted(url), e);
        }
    }
}
