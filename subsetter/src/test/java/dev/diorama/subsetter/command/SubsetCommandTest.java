package dev.diorama.subsetter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubsetCommandTest {
    private static final String SHOP =
            """
            CREATE TABLE country (id int PRIMARY KEY);
            CREATE TABLE city (id int PRIMARY KEY, country_id int NOT NULL REFERENCES country);
            INSERT INTO country SELECT i FROM generate_series(1, 10) i;
            INSERT INTO city SELECT i, i % 10 + 1 FROM generate_series(1, 1000) i;
            """;

    @Test
    void makesASampleAndReportsIt(@TempDir Path folder) throws IOException {
        ConnectionUrl source = Server.database(SHOP);
        ConnectionUrl target = Server.url(Server.newName("sample"));
        Path report = folder.resolve("report.json");
        Path page = folder.resolve("report.html");

        CommandLines.Result result = CommandLines.subset(
                "--source",
                source.toString(),
                "--target",
                target.toString(),
                "--report",
                report.toString(),
                "--report-html",
                page.toString());

        assertThat(result.errors()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .endsWith(
                        """
                table    source rows  target  rows     size
                city           1,000      77    77  1.41 kB
                country           10       3     3     51 B

                80 of 1,010 rows, 1.46 kB, in %s; 1 of 1 foreign keys validated by PostgreSQL
                """
                                .formatted(target));
        assertThat(page).content().startsWith("<!doctype html>").contains("<title>Sample of " + source.database());
        JsonNode json = new ObjectMapper().readTree(Files.readString(report));
        assertThat(json.at("/tables/0").toString())
                .isEqualTo(
                        "{\"schema\":\"public\",\"table\":\"city\",\"sourceRows\":1000,\"sourceRowsKnownBy\":\"count\",\"law\":\"logarithmic\",\"targetRows\":77,\"rows\":77,\"bytes\":1407,\"why\":null}");
        assertThat(json.at("/foreignKeys").toString()).isEqualTo("{\"declared\":1,\"validated\":1,\"notValid\":[]}");
        assertThat(json.at("/phases").findValuesAsText("name"))
                .containsExactly(
                        "connect",
                        "count",
                        "select",
                        "schema wait",
                        "copy",
                        "constraints",
                        "finish",
                        "verify",
                        "deliver");
        assertThat(json.at("/source").asText()).isEqualTo(source.toString());
        assertThat(json.at("/target").asText()).isEqualTo(target.toString());
        assertThat(json.at("/seed").asLong()).isEqualTo(1);
    }

    @Test
    void writesAPlanAsJson(@TempDir Path folder) throws IOException {
        ConnectionUrl source = Server.database(SHOP);
        Path report = folder.resolve("plan.json");

        CommandLines.Result result =
                CommandLines.subset("--source", source.toString(), "--plan", "--report", report.toString());

        assertThat(result.exitCode()).isZero();
        JsonNode json = new ObjectMapper().readTree(Files.readString(report));
        assertThat(json.at("/kind").asText()).isEqualTo("plan");
        assertThat(json.at("/tables").findValuesAsText("rows")).containsExactly("77", "3");
        assertThat(json.at("/seconds").asDouble()).isPositive();
    }

    @Test
    void plansWithoutATarget() {
        ConnectionUrl source = Server.database(SHOP);

        CommandLines.Result result = CommandLines.subset("--source", source.toString(), "--plan");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .endsWith(
                        """
                table    source rows  target  rows      size
                city           1,000      77   ~77  ~1.39 kB
                country           10       3    ~3     ~30 B

                about 80 of 1,010 rows, 1.42 kB, in about 1 s
                """);
    }

    @Test
    void replacesAnEmptyDatabase() {
        ConnectionUrl source = Server.database(SHOP);
        ConnectionUrl target = Server.database("");

        CommandLines.Result result = CommandLines.subset("--source", source.toString(), "--target", target.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(Server.number(target, "SELECT count(*) FROM city")).isEqualTo(77);
    }

    @Test
    void explainsItself() {
        CommandLines.Result result = CommandLines.subset("--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains(
                        "--source",
                        "--target",
                        "--config",
                        "--seed",
                        "--plan",
                        "--report",
                        "--report-html",
                        "Exit codes");
    }
}
