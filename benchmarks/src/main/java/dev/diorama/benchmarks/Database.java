package dev.diorama.benchmarks;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.impl.DSL;

/**
 * A database that the benchmark works with. Each call connects anew, so that no session of the benchmark's own holds
 * back what the server has counted.
 */
record Database(ConnectionUrl url) {
    /** Reads one row of a result. */
    interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    void create() {
        maintenance().execute("CREATE DATABASE " + quotedName());
    }

    /** Removes the database if it is there. */
    void drop() {
        maintenance().execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(quotedName()));
    }

    Database sibling(String name) {
        return new Database(url.withDatabase(name));
    }

    /** Runs statements one by one, since some refuse to be in a transaction with others. */
    void execute(String... statements) {
        execute(List.of(statements));
    }

    void execute(List<String> statements) {
        try (Connection connection = url.connect();
                Statement executor = connection.createStatement()) {
            for (String statement : statements) {
                executor.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void query(String sql, Reading reading) {
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reading.row(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        long[] number = new long[1];
        query(sql, row -> number[0] = row.getLong(1));
        return number[0];
    }

    /** Every table of the schema "public" with the number of its rows, which are counted. */
    Map<String, Long> rowCounts() {
        Map<String, Long> counts = new TreeMap<>();
        query(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
                row -> counts.put(row.getString(1), 0L));
        counts.replaceAll((table, none) -> number("SELECT count(*) FROM " + DSL.name("public", table)));
        return counts;
    }

    private Database maintenance() {
        return sibling("postgres");
    }

    private String quotedName() {
        return DSL.name(url.database()).toString();
    }
}
