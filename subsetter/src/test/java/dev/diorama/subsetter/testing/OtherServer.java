package dev.diorama.subsetter.testing;

import dev.diorama.subsetter.connection.ConnectionUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** An embedded PostgreSQL of a test's own, which it may configure, fill up and stop. */
public final class OtherServer implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    private OtherServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts one as it comes. */
    public static OtherServer start() {
        return start(builder -> builder);
    }

    /** Starts one with settings of its own. */
    public static OtherServer start(UnaryOperator<EmbeddedPostgres.Builder> settings) {
        try {
            return new OtherServer(settings.apply(EmbeddedPostgres.builder().setServerConfig("fsync", "off"))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of a database for the superuser. */
    public ConnectionUrl url(String database) {
        return ConnectionUrl.parse("postgresql://postgres@localhost:%d/%s".formatted(postgres.getPort(), database));
    }

    /** Makes a database from SQL. */
    public ConnectionUrl database(String name, String sql) {
        Server.execute(url("postgres"), "CREATE DATABASE \"%s\"".formatted(name));
        Server.execute(url(name), sql);
        return url(name);
    }

    /** Waits until it lets somebody in again. */
    public void awaitConnections() {
        while (true) {
            try {
                Server.connect(url("postgres")).close();
                return;
            } catch (SQLException e) {
                Thread.onSpinWait();
            }
        }
    }

    /** Stops it, and ends the sessions in it. Stopping it again does nothing. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
