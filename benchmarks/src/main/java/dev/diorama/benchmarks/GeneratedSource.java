package dev.diorama.benchmarks;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Makes a source inside the server, so that it takes seconds. */
final class GeneratedSource {
    private static final long ROWS_OF_ONE_PART = 1_500;

    private GeneratedSource() {}

    static void make(ConnectionUrl url, long rows) {
        long parts = Math.max(1, rows / ROWS_OF_ONE_PART);
        execute(url.withDatabase("postgres"), "CREATE DATABASE " + url.database());
        // One by one, because VACUUM refuses company; on one connection, because the random seed is a session's.
        execute(url, sql().formatted(parts).split(";\\s*\\n", -1));
    }

    static void execute(ConnectionUrl url, String... statements) {
        String jdbc = "jdbc:postgresql://%s:%d/%s".formatted(url.host(), url.port(), url.database());
        try (Connection connection = DriverManager.getConnection(jdbc, url.user(), "");
                Statement executor = connection.createStatement()) {
            for (String statement : statements) {
                executor.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sql() {
        try (InputStream file =
                Objects.requireNonNull(GeneratedSource.class.getResourceAsStream("source.sql"), "source.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("source.sql is in the jar", e);
        }
    }
}
