package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void starts() throws Exception {
        try (var server = EmbeddedPostgres.start();
                var connection = server.getPostgresDatabase().getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductVersion()).isNotBlank();
        }
    }
}
