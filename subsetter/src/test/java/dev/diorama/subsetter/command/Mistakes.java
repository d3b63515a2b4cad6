package dev.diorama.subsetter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Server;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every mistake leads to: one clear message and the right exit code, and nothing is left behind. */
abstract class Mistakes {
    ConnectionUrl source = Server.url("postgres");
    ConnectionUrl target = Server.url("postgres");
    List<String> databases = List.of();

    @BeforeEach
    void makeASource() {
        source = Server.database(
                """
                CREATE TABLE country (id int PRIMARY KEY);
                CREATE TABLE secret (id int PRIMARY KEY);
                CREATE TABLE "Hidden" (id int PRIMARY KEY);
                INSERT INTO country VALUES (1);
                """);
        target = Server.url(Server.newName("sample"));
        databases = Server.databases();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(Server.databases()).isEqualTo(databases);
        assertThat(Server.isFreeOfRuns()).isTrue();
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().command().orElse("").matches(".*/pg_(dump|restore)")))
                .isEmpty();
    }

    void fails(int exitCode, String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--target")) {
            all.addAll(List.of("--target", target.toString()));
        }
        CommandLines.Result result = CommandLines.subset(all.toArray(String[]::new));

        assertThat(result.errors()).isEqualTo("diorama: " + message + System.lineSeparator());
        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out() + result.errors()).doesNotContain("s3cret");
    }
}
