package dev.diorama.provisioner.demo;

import dev.diorama.provisioner.embedded.EmbeddedServer;
import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The bookshop's production database: a server of its own, the schema of branch {@code main}, a million rows, and a role
 * that can read all of it and change nothing. That role is all that Diorama gets.
 */
final class Production {
    private static final String DATABASE = "bookshop";
    private static final String READER = "diorama_reader";

    private final ConnectionUrl owner;
    private final ConnectionUrl reader;

    /** A database on a fresh server; there is nothing yet until {@link #fill}. */
    Production(EmbeddedServer server) {
        this.owner = server.administrator().withDatabase(DATABASE);
        this.reader = owner.withUser(READER, Password.random());
    }

    /** The role that the sampler connects as. */
    ConnectionUrl reader() {
        return reader;
    }

    /**
     * Makes everything; ended early by stopping the server.
     *
     * @return what there is, for people
     */
    String fill(Path bookshop) {
        try {
            run(owner.withDatabase("postgres"), "CREATE DATABASE " + DATABASE);
            migrate(bookshop.resolve("repository/main/db/migration"));
            run(owner, Files.readString(bookshop.resolve("production/data.sql")));
            run(owner, makeReader(reader.jdbcProperties().getProperty("password")));
            return summary();
        } catch (SQLException | FlywayException e) {
            throw new CommandFailure("The bookshop's production database cannot be made: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandFailure("The bookshop's production data cannot be read: " + e, e);
        }
    }

    private static String makeReader(String password) {
        return """
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
                ALTER ROLE %1$s SET default_transaction_read_only = on;
                GRANT USAGE ON SCHEMA public TO %1$s;
                GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1$s;
                GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO %1$s;
                """
                .formatted(READER, password);
    }

    private String summary() throws SQLException {
        try (var connection = owner.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM order_line")) {
            row.next();
            return String.format(Locale.ROOT, "%,d rows in the largest table", row.getLong(1));
        }
    }

    private void migrate(Path migrations) {
        Flyway.configure()
                .dataSource(owner.dataSource())
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
    }

    private static void run(ConnectionUrl url, String script) throws SQLException {
        try (var connection = url.connect();
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
