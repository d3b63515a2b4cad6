package dev.diorama.subsetter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.Cancellation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToolRunTest {
    @Test
    void givesNoProgramTheSecretOfMasks() {
        ToolRun run = new ToolRun(
                new LocalTools(Path.of("/usr/bin"), 15),
                ConnectionUrl.parse("postgresql://ada@localhost/shop"),
                new Cancellation());

        assertThat(run.environment(Map.of("DIORAMA_MASK_KEY", "a secret", "PGDATABASE", "another", "PATH", "/usr/bin")))
                .containsEntry("PATH", "/usr/bin")
                .containsEntry("PGDATABASE", "shop")
                .doesNotContainKey("DIORAMA_MASK_KEY");
    }
}
