package dev.diorama.subsetter.testing;

import dev.diorama.subsetter.connection.ConnectionUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * One embedded PostgreSQL for all tests of a JVM; it stops with the JVM. Databases are made as tests need them. What takes
 * a URL works for every server of this machine.
 */
public final class Server {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Server() {}

    private static final class Holder {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A name that no database of the server has. */
    public static String newName(String prefix) {
        return "%s_%d".formatted(prefix, DATABASES.incrementAndGet());
    }

    /** Makes a database from SQL. */
    public static ConnectionUrl database(String sql) {
        ConnectionUrl url = url(newName("source"));
        execute(url("postgres"), "CREATE DATABASE \"%s\"".formatted(url.database()));
        execute(url, sql);
        return url;
    }

    /** The URL of a database for the superuser. */
    public static ConnectionUrl url(String database) {
        return ConnectionUrl.parse("postgresql://postgres@localhost:%d/%s".formatted(port(), database));
    }

    /** The server's port. */
    public static int port() {
        return Holder.POSTGRES.getPort();
    }

    /** Runs statements. */
    public static void execute(ConnectionUrl url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query, as texts. */
    public static List<String> query(ConnectionUrl url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A number that a query gives. */
    public static long number(ConnectionUrl url, String sql) {
        return Long.parseLong(query(url, sql).getFirst());
    }

    /** Waits until no connection of a run is left; after its client's farewell a backend takes an instant to end, after its client's death some seconds. */
    public static boolean isFreeOfRuns() {
        return isFreeOfRuns(url("postgres"));
    }

    /** The same for the server of a URL. */
    public static boolean isFreeOfRuns(ConnectionUrl url) {
        String connections = "SELECT count(*) FROM pg_stat_activity WHERE starts_with(application_name, 'diorama')";
        for (int attempt = 0; attempt < 200; attempt++) {
            if (number(url, connections) == 0) {
                return true;
            }
            query(url, "SELECT pg_sleep(0.05)");
        }
        return false;
    }

    /** The names of all databases. */
    public static List<String> databases() {
        return query(url("postgres"), "SELECT datname FROM pg_database ORDER BY datname");
    }

    /** Makes the server ask a role for its password. */
    public static void requirePassword(String role) {
        editAccess(lines -> "host all %s all scram-sha-256%n%s".formatted(role, lines));
    }

    /** Undoes {@link #requirePassword}. */
    public static void requireNoPassword() {
        editAccess(lines -> lines.substring(lines.indexOf(System.lineSeparator()) + 1));
    }

    private static void editAccess(UnaryOperator<String> edit) {
        Path file = Path.of(query(url("postgres"), "SHOW hba_file").getFirst());
        try {
            Files.writeString(file, edit.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute(url("postgres"), "SELECT pg_reload_conf()");
        // A reload is a signal: it has happened once the server has another opinion of the file.
        query(url("postgres"), "SELECT pg_sleep(0.3)");
    }

    /** Connects, with the exception as the driver throws it. */
    public static Connection connect(ConnectionUrl url) throws SQLException {
        return DriverManager.getConnection(url.jdbcUrl(), url.jdbcProperties());
    }
}
