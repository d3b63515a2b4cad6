package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.PostgresMessage;
import dev.diorama.subsetter.failure.SubsetException;
import java.io.Closeable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * One connection to a server, whose running statement a {@link Cancellation} stops. For one thread at a time.
 *
 * <p>Parameters are sent without a type and statements are planned with their values, so that the planner sees how long
 * an array of row identities is; it would take a nested loop over a large table otherwise.
 */
public final class Session implements Closeable {
    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final Connection connection;
    private final PGConnection postgres;
    private final Cancellation cancellation;
    private final Cancellation.Wakening wakening;
    private final ServerErrors errors;
    private final Configuration configuration;
    private boolean pooled;

    private Session(Connection connection, Cancellation cancellation, ServerErrors errors) throws SQLException {
        this.connection = connection;
        this.postgres = connection.unwrap(PGConnection.class);
        this.cancellation = cancellation;
        this.wakening = cancellation.whenRequested(this::cancelStatement);
        this.errors = errors;
        this.configuration = new DefaultConfiguration()
                .set(connection)
                .set(SQLDialect.POSTGRES)
                .set(new Settings().withExecuteLogging(false))
                .set(ExecuteListener.onException(this::explain));
    }

    /** Connects to the target; every statement commits by itself. */
    public static Session open(ConnectionUrl url, Cancellation cancellation) {
        return open(ServerErrors.ofTarget(url), cancellation);
    }

    /** Connects to the source, within limits, and begins a transaction that sees one moment of it and cannot write. */
    public static Session openReadOnly(ConnectionUrl url, SourceLimits limits, Cancellation cancellation) {
        Session session = open(ServerErrors.ofSource(url, limits), cancellation);
        return session.prepared(session::beginReadOnly);
    }

    private static Session open(ServerErrors errors, Cancellation cancellation) {
        cancellation.check();
        ConnectionUrl url = errors.url();
        try {
            Connection connection = DriverManager.getConnection(url.jdbcUrl(), properties(url));
            Session session = new Session(connection, cancellation, errors);
            int major = connection.getMetaData().getDatabaseMajorVersion();
            return session.prepared(() -> {
                session.execute(SessionSettings.of(major, errors.lockTimeout(), errors.statementTimeout()));
                session.pooled = session.isBehindPooler();
            });
        } catch (SQLException e) {
            throw ConnectionFailure.of(url, e);
        }
    }

    static Properties properties(ConnectionUrl url) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "diorama subset");
        properties.putAll(url.jdbcProperties());
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("prepareThreshold", "0");
        // Traces of exceptions end up in logs: details, which quote rows, are left out of them.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    /** This session after {@code preparation}, without which it is of no use and is closed. */
    public Session prepared(Runnable preparation) {
        try {
            preparation.run();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void beginReadOnly() {
        execute("SET default_transaction_read_only = on");
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Lets SQL of a person's find what it finds in the application, after what PostgreSQL itself has; for a transaction. */
    public void searchAsApplication() {
        execute("SET LOCAL search_path TO DEFAULT");
        String schemas = sql().resultQuery(
                        "SELECT coalesce(string_agg(', ' || quote_ident(s), ''), '') FROM unnest(current_schemas(false)) AS s")
                .fetchSingle()
                .get(0, String.class);
        execute("SET LOCAL search_path = pg_catalog" + schemas);
    }

    /** Leaves a transaction that failed for a new one. */
    void beginAgain() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Where SQL is written and run. */
    public DSLContext sql() {
        cancellation.check();
        return DSL.using(configuration);
    }

    /** Runs statements that take no parameter and give no rows. */
    public void execute(String statements) {
        cancellation.check();
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Runs queries in one process of the server each: several would race for which rows a LIMIT lets through. What fails
     * ends the transaction, and the setting with it.
     */
    public <T> T inOneProcess(Supplier<T> queries) {
        execute("SET LOCAL max_parallel_workers_per_gather = 0");
        T answer = queries.get();
        execute("SET LOCAL max_parallel_workers_per_gather TO DEFAULT");
        return answer;
    }

    /** Where rows are copied in and out. */
    public CopyManager copy() {
        cancellation.check();
        try {
            return postgres.getCopyAPI();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Why the server ended a statement or the connection; nothing where the statement itself was wrong. */
    public Optional<SubsetException> explain(SQLException failure) {
        return errors.explain(failure);
    }

    /** What to throw for an exception of the driver. */
    public RuntimeException failure(SQLException failure) {
        return explain(failure).<RuntimeException>map(known -> known).orElseGet(() -> refused(failure));
    }

    /** Ends the transaction, if there is one, and the connection. */
    @Override
    public void close() {
        wakening.close();
        try {
            if (pooled && !connection.isClosed()) {
                Pooler.handBack(connection);
            }
            connection.close();
        } catch (SQLException e) {
            // The server ends a session whose connection is lost, and its transaction with it.
        }
    }

    private boolean isBehindPooler() {
        try {
            return Pooler.isBefore(connection);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void explain(ExecuteContext statement) {
        SQLException failure = statement.sqlException();
        if (failure != null) {
            statement.exception(failure(failure));
        }
    }

    private RefusedStatement refused(SQLException failure) {
        return new RefusedStatement(errors.refused(PostgresMessage.withAdvice(failure)), failure);
    }

    private void cancelStatement() {
        try {
            postgres.cancelQuery();
        } catch (SQLException e) {
            // Nothing runs on a connection that is closed or lost.
        }
    }
}
