package dev.diorama.subsetter.connection;

import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.PostgresMessage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * One connection to a server, whose running statement a {@link Cancellation} stops. For one thread at a time.
 *
 * <p>Parameters are sent without a type and statements are planned with their values, so that the planner sees how long
 * an array of row identities is; it would take a nested loop over a large table otherwise.
 */
public final class Session implements AutoCloseable {
    private static final String SETTINGS =
            """
            SET search_path = pg_catalog;
            SET row_security = off;
            SET jit = off;
            SET lock_timeout = '10s';
            SET statement_timeout = 0;
            SET idle_in_transaction_session_timeout = 0;
            SET datestyle = ISO;
            SET intervalstyle = postgres;
            SET bytea_output = hex;
            SET lc_monetary = 'C';
            SET xmloption = content;
            SET extra_float_digits = 3""";

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private final Connection connection;
    private final PGConnection postgres;
    private final Cancellation cancellation;
    private final Cancellation.Wakening wakening;

    private Session(Connection connection, Cancellation cancellation) throws SQLException {
        this.connection = connection;
        this.postgres = connection.unwrap(PGConnection.class);
        this.cancellation = cancellation;
        this.wakening = cancellation.whenRequested(this::cancelStatement);
    }

    /** Connects; every statement commits by itself until {@link #beginReadOnly} is called. */
    public static Session open(ConnectionUrl url, Cancellation cancellation) {
        cancellation.check();
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "diorama subset");
        properties.putAll(url.jdbcProperties());
        properties.setProperty("stringtype", "unspecified");
        properties.setProperty("prepareThreshold", "0");
        // Traces of exceptions end up in logs: details, which quote rows, are left out of them.
        properties.setProperty("logServerErrorDetail", "false");
        try {
            Session session = new Session(DriverManager.getConnection(url.jdbcUrl(), properties), cancellation);
            return session.prepared(() -> session.execute(SETTINGS));
        } catch (SQLException e) {
            throw ConnectionFailure.of(url, e);
        }
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

    /** Begins a transaction that sees one moment of the database and cannot write. */
    public void beginReadOnly() {
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new DataAccessException("The read-only transaction could not begin", e);
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

    /** Where SQL is written and run. */
    public DSLContext sql() {
        cancellation.check();
        return DSL.using(connection, SQLDialect.POSTGRES);
    }

    /** Runs statements that take no parameter and give no rows. */
    public void execute(String statements) {
        cancellation.check();
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException e) {
            throw new DataAccessException(PostgresMessage.withoutValues(e), e);
        }
    }

    /** Where rows are copied in and out. */
    public CopyManager copy() {
        cancellation.check();
        try {
            return postgres.getCopyAPI();
        } catch (SQLException e) {
            throw new DataAccessException("COPY is not possible on this connection", e);
        }
    }

    /** Ends the transaction, if there is one, and the connection. */
    @Override
    public void close() {
        wakening.close();
        try {
            connection.close();
        } catch (SQLException e) {
            // The server ends a session whose connection is lost, and its transaction with it.
        }
    }

    private void cancelStatement() {
        try {
            postgres.cancelQuery();
        } catch (SQLException e) {
            // Nothing runs on a connection that is closed or lost.
        }
    }
}
