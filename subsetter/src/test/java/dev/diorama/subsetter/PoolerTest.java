package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.testing.PgBouncer;
import dev.diorama.subsetter.testing.Server;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source and target behind pgbouncer. */
class PoolerTest {
    @TempDir
    private Path folder = Path.of("");

    private final ConnectionUrl source = Server.database(
            """
            CREATE TABLE thing (id int PRIMARY KEY);
            INSERT INTO thing SELECT i FROM generate_series(1, 1000) i;
            """);
    private final ConnectionUrl target = Server.url(Server.newName("sample"));

    @Test
    void worksInSessionModeOnBothSidesAndLeavesThePoolsSessionsAsTheyWere() {
        try (PgBouncer bouncer = PgBouncer.start(folder, "pool_mode = session\nserver_reset_query =")) {
            Subsetter.run(SubsetRequest.of(bouncer.through(source), bouncer.through(target), 1), SubsetListener.SILENT);

            assertThat(Server.number(target, "SELECT count(*) FROM thing")).isEqualTo(77);
            assertThat(Server.databases()).noneMatch(name -> name.startsWith("diorama_"));
            assertThat(settings(bouncer.through(source))).containsOnly("\"$user\", public off 0");
            assertThat(settings(bouncer.through(Server.url("postgres")))).containsOnly("\"$user\", public off 0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "statement"})
    void refusesModesThatShareSessions(String mode) {
        try (PgBouncer bouncer = PgBouncer.start(folder, "pool_mode = " + mode)) {
            ConnectionUrl pooled = bouncer.through(source);

            assertThat(failure(SubsetRequest.of(pooled, target, 1)))
                    .isEqualTo(
                            "A pooler at localhost port %d shares sessions between transactions, and a run needs sessions of its own: set pool_mode = session for \"%s\" in pgbouncer, or connect to the server directly"
                                    .formatted(bouncer.port(), source.database()));
            assertThat(failure(SubsetRequest.of(source, bouncer.through(target), 1)))
                    .isEqualTo(
                            "A pooler at localhost port %d shares sessions between transactions, and a run needs sessions of its own: set pool_mode = session for \"postgres\" in pgbouncer, or connect to the server directly"
                                    .formatted(bouncer.port()));
        }
    }

    @Test
    void saysWhereThePoolIsTooSmall() {
        try (PgBouncer bouncer =
                PgBouncer.start(folder, "pool_mode = session\ndefault_pool_size = 1\nquery_wait_timeout = 1")) {
            assertThat(failure(SubsetRequest.of(bouncer.through(source), target, 1)))
                    .isEqualTo(
                            "The pooler at localhost port %d has no session left for \"%s\": raise pool_size or lower --jobs"
                                    .formatted(bouncer.port(), source.database()));
        }
    }

    private static String failure(SubsetRequest request) {
        SubsetException failure =
                catchThrowableOfType(SubsetException.class, () -> Subsetter.run(request, SubsetListener.SILENT));
        return String.valueOf(failure.getMessage());
    }

    /** What the pool's sessions are set to, those that a run has used among them. */
    private static List<String> settings(ConnectionUrl pooled) {
        List<Connection> connections = new ArrayList<>();
        try {
            List<String> settings = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Connection connection = pooled.connect();
                connections.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                """
                                SELECT concat_ws(' ', current_setting('search_path'),
                                    current_setting('default_transaction_read_only'), current_setting('lock_timeout'))""")) {
                    row.next();
                    settings.add(row.getString(1));
                }
            }
            return settings;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            connections.forEach(PoolerTest::close);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
