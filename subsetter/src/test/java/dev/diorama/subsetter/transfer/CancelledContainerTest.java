package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.testing.VersionedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelledContainerTest {
    private static final int MAJOR = 18;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void endsWithTheRunThatItBelongsTo() throws Exception {
        ConnectionUrl url = VersionedServer.database(MAJOR, "CREATE TABLE town (id integer)");
        Map<String, String> environment =
                Map.of("PATH", System.getenv("PATH"), ImageSearch.IMAGE_VARIABLE, VersionedServer.IMAGE);
        PostgresTools tools = PostgresTools.find(MAJOR, List.of(), environment, notice -> {});
        Cancellation cancellation = new Cancellation();
        try (Connection connection = url.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE town IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<?> run = CompletableFuture.supplyAsync(() -> new ToolRun(tools, url, cancellation)
                    .run(ToolCall.dump(List.of("--schema-only"), folder.resolve("schema.sql"))));
            await(url, 1);

            cancellation.request();

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(run::join)
                    .withCauseInstanceOf(SubsetException.class);
            // While the lock is still held: it is not its end that ended the program.
            await(url, 0);
        }
    }

    private static void await(ConnectionUrl url, long sessions) {
        String count =
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'diorama subset' AND datname = '%s'"
                        .formatted(url.database());
        for (int attempt = 0; attempt < 200 && Server.number(url, count) != sessions; attempt++) {
            Server.query(url, "SELECT pg_sleep(0.1)");
        }
        assertThat(Server.number(url, count)).isEqualTo(sessions);
    }
}
