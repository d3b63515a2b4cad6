package dev.diorama.provisioner.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {
    @Test
    void readsEveryKey() {
        var stack = parse(
                """
                build: make
                database:
                  migrations: sql
                public: shop
                services:
                  shop:
                    run: ./shop
                    health: /health
                    health-timeout: 5s
                  worker:
                    run: ./worker
                sample:
                  law: logarithmic
                """);

        assertThat(stack)
                .isEqualTo(new Stack(
                        Optional.of("make"),
                        List.of(
                                new Stack.Service("shop", "./shop", "/health", Duration.ofSeconds(5)),
                                new Stack.Service("worker", "./worker", "/", Duration.ofSeconds(60))),
                        "shop",
                        Optional.of("sql")));
    }

    @Test
    void takesTheUsualFolderOfMigrationsWhereThereIsOne() {
        assertThat(StackFile.parse("diorama.yml", "services: {web: {run: x}}", true)
                        .migrations())
                .contains("db/migration");
        assertThat(parse("services: {web: {run: x}}").migrations()).isEmpty();
    }

    @Test
    void tellsEveryErrorAtOnceWithItsPlace() {
        assertThatThrownBy(
                        () -> parse(
                                """
                        biuld: make
                        database:
                          migrations: ../elsewhere
                        services:
                          Web:
                            run: x
                            helth: /
                          api:
                            health: health
                        """))
                .isInstanceOf(ConfigurationException.class)
                .satisfies(failure -> assertThat(((ConfigurationException) failure).errors())
                        .anySatisfy(error -> assertThat(error)
                                .startsWith("diorama.yml:1:1: ")
                                .contains("biuld", "did you mean \"build\"?"))
                        .anySatisfy(error -> assertThat(error).contains("migrations", "../elsewhere"))
                        .anySatisfy(error -> assertThat(error).contains("Web", "lower-case"))
                        .anySatisfy(error -> assertThat(error)
                                .startsWith("diorama.yml:7:5: ")
                                .contains("helth", "did you mean \"health\"?"))
                        .anySatisfy(error -> assertThat(error).contains("run"))
                        .anySatisfy(error -> assertThat(error).contains("starts with a slash"))
                        .anySatisfy(error -> assertThat(error).contains("add public: <service>")));
    }

    @Test
    void asksForServices() {
        assertThatThrownBy(() -> parse("build: make")).hasMessageContaining("names no service");
    }

    @Test
    void showsTheSmallestFileWhereThereIsNone(@TempDir Path folder) {
        assertThatThrownBy(() -> StackFile.read(folder))
                .isInstanceOf(StepFailure.class)
                .hasMessageContaining("The commit has no diorama.yml")
                .hasMessageContaining("services:\n  web:\n    run:");
    }

    @Test
    void readsTheFileOfACheckout(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("diorama.yml"), "services: {web: {run: x}}");

        assertThat(StackFile.read(folder).publicService()).isEqualTo("web");
    }

    @Test
    void readsTheAnnotatedExample() throws Exception {
        var text = Files.readString(Path.of("../docs/diorama.yml"));

        var stack = parse(text);

        assertThat(stack.services()).extracting(Stack.Service::name).containsExactly("web", "api");
        assertThat(stack.publicService()).isEqualTo("web");
        assertThat(SampleConfiguration.parse("diorama.yml", text).rules()).hasSize(5);
    }

    private static Stack parse(String text) {
        return StackFile.parse("diorama.yml", text, false);
    }
}
