package dev.diorama.provisioner.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter out = new StringWriter();

    @Test
    void writesALineForEveryBeginAndEndWhereThereIsNoTerminal() {
        try (var progress = Progress.lines(new PrintWriter(out))) {
            progress.begun("checkout");
            progress.done("checkout", Duration.ofMillis(240), "commit 0123456, 1 service");
            progress.begun("build");
            progress.failed("build", Duration.ofSeconds(75), "The build command ended with exit code 1");
        }

        assertThat(out)
                .hasToString(
                        """
                          checkout     begun
                          checkout     done      0.2 s  commit 0123456, 1 service
                          build        begun
                          build        failed   75.0 s  The build command ended with exit code 1
                        """);
    }
}
