package dev.diorama.subsetter.testing;

import dev.diorama.subsetter.connection.ConnectionUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/** A database that holds everything a schema can, made from the files in {@code nasty}. */
public final class NastyDatabase {
    private static final List<String> FOR_ANYBODY = List.of("1-types", "2-keys", "3-code", "4-names");
    private static final List<String> OF_ROLES = List.of("6-roles", "7-database");

    private NastyDatabase() {}

    /** Everything, which only a superuser may make. */
    public static ConnectionUrl whole() {
        ConnectionUrl url = Server.database("");
        FOR_ANYBODY.forEach(file -> load(url, file));
        load(url, "5-superuser");
        OF_ROLES.forEach(file -> load(url, file));
        return url;
    }

    /** What a role without special rights may make. */
    public static ConnectionUrl ordinary() {
        ConnectionUrl url = Server.database("");
        FOR_ANYBODY.forEach(file -> load(url, file));
        OF_ROLES.forEach(file -> load(url, file));
        return url;
    }

    /** The driver would split a file into statements, and not understand all of these. */
    private static void load(ConnectionUrl url, String file) {
        try (Connection connection =
                        DriverManager.getConnection(url.jdbcUrl() + "?preferQueryMode=simple", url.user(), "");
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql(file));
        } catch (SQLException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static String sql(String file) {
        try (InputStream resource =
                Objects.requireNonNull(NastyDatabase.class.getResourceAsStream("/nasty/" + file + ".sql"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
