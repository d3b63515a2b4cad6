package dev.diorama.subsetter.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.yaml.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {
    private static final Map<String, String> NO_PASSWORD_FILE = Map.of("PGPASSFILE", "/does/not/exist");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:s3cret@db.example:5433/shop",
                "postgres://ann:s3cret@db.example:5433/shop",
                "jdbc:postgresql://db.example:5433/shop?user=ann&password=s3cret",
                "jdbc:postgresql://ann:s3cret@db.example:5433/shop?sslmode=disable",
                "postgresql:///shop?host=db.example&port=5433&user=ann&password=s3cret"
            })
    void readsEveryForm(String text) {
        ConnectionUrl url = ConnectionUrl.parse(text, NO_PASSWORD_FILE);

        assertThat(url.host()).isEqualTo("db.example");
        assertThat(url.port()).isEqualTo(5433);
        assertThat(url.user()).isEqualTo("ann");
        assertThat(url.database()).isEqualTo("shop");
        assertThat(url.programEnvironment()).containsEntry("PGPASSWORD", "s3cret");
        assertThat(url.jdbcProperties()).containsEntry("password", "s3cret");
        assertThat(url).hasToString("postgresql://ann@db.example:5433/shop");
    }

    @Test
    void decodesPercentSignsAndKeepsPluses() {
        ConnectionUrl url = ConnectionUrl.parse("postgresql://a%40b:p+w%2F%3A@h/my%20db", NO_PASSWORD_FILE);

        assertThat(url.user()).isEqualTo("a@b");
        assertThat(url.programEnvironment()).containsEntry("PGPASSWORD", "p+w/:");
        assertThat(url.database()).isEqualTo("my db");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://h:5432/my%20db");
    }

    @Test
    void readsAnAddressInBrackets() {
        ConnectionUrl url = ConnectionUrl.parse("postgresql://ann@[::1]:5433/shop", NO_PASSWORD_FILE);

        assertThat(url.host()).isEqualTo("[::1]");
        assertThat(url.programEnvironment()).containsEntry("PGHOST", "::1");
    }

    @Test
    void takesThePasswordFromTheEnvironment() {
        ConnectionUrl url = ConnectionUrl.parse(
                "postgresql://ann@h/shop", Map.of("PGPASSWORD", "fromenv", "PGPASSFILE", "/does/not/exist"));

        assertThat(url.programEnvironment()).containsEntry("PGPASSWORD", "fromenv");
    }

    @Test
    void takesThePasswordFromThePasswordFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pgpass");
        Files.writeString(
                file,
                """
                # host:port:database:user:password
                other:*:*:*:wrong
                h:5432:shop:bob:wrong too
                h:*:*:ann:with\\:colon
                """);

        ConnectionUrl url = ConnectionUrl.parse("postgresql://ann@h/shop", Map.of("PGPASSFILE", file.toString()));

        assertThat(url.programEnvironment()).containsEntry("PGPASSWORD", "with:colon");
    }

    @Test
    void keepsItsPasswordForAnotherDatabase() {
        ConnectionUrl url = ConnectionUrl.parse("postgresql://ann:s3cret@h/shop", NO_PASSWORD_FILE)
                .withDatabase("postgres");

        assertThat(url).hasToString("postgresql://ann@h:5432/postgres");
        assertThat(url.programEnvironment()).containsEntry("PGPASSWORD", "s3cret");
    }

    @Test
    void handsTransportSettingsToPrograms() {
        ConnectionUrl url =
                ConnectionUrl.parse("postgresql://ann@h/shop?sslmode=verify-full&sslrootcert=/ca", NO_PASSWORD_FILE);

        assertThat(url.programEnvironment())
                .containsEntry("PGSSLMODE", "verify-full")
                .containsEntry("PGSSLROOTCERT", "/ca");
        assertThat(url.jdbcProperties()).containsEntry("sslmode", "verify-full");
    }

    @Test
    void keepsItsParametersForServices() {
        String url =
                "postgresql://ann:s%2F3cret@h:5433/shop?sslmode=verify-full&options=-c%20a%3Db&sslrootcert=%2Fc%26a";

        String whole = ConnectionUrl.parse(url, NO_PASSWORD_FILE).withPassword();

        assertThat(whole)
                .isEqualTo(
                        "postgresql://ann:s%2F3cret@h:5433/shop?sslmode=verify-full&options=-c%20a%3Db&sslrootcert=%2Fc%26a");
        assertThat(ConnectionUrl.parse(whole, NO_PASSWORD_FILE).jdbcProperties())
                .containsEntry("options", "-c a=b")
                .containsEntry("sslrootcert", "/c&a");
    }

    @Test
    void speaksToServicesInPostgresWords() {
        assertThat(ConnectionUrl.parse(
                                "jdbc:postgresql://h/shop?user=ann&ApplicationName=a%20b&connectTimeout=5",
                                NO_PASSWORD_FILE)
                        .withPassword())
                .isEqualTo("postgresql://ann@h:5432/shop?application_name=a%20b&connect_timeout=5");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql:/ann:s3cret@h/shop, postgresql:/***@h/shop",
        "ann:s3cret@h/shop, ***@h/shop",
        "postgresql://ann:s3cret/shop, postgresql://ann:***/shop",
        "postgresql://ann:s3cret@h:5433/, postgresql://***@h:5433/",
        "postgresql://[::1]:99999/shop?password=s3cret&user=ann, postgresql://[::1]:99999/shop?password=***&user=ann",
        "host=h password=s3cret dbname=shop, host=h password=*** dbname=shop"
    })
    void staysRecognisableWithoutItsPassword(String text, String shown) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConnectionUrl.parse(text, NO_PASSWORD_FILE))
                .withMessageStartingWith("\"%s\" is not the URL of a PostgreSQL database: ".formatted(shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ann:s3cret@h/shop",
                "postgresql://ann:s3cret@h:port/shop",
                "postgresql://ann:s3cret@h",
                "jdbc:postgresql://h:99999/shop?password=s3cret&user=ann",
                "postgresql://ann:s3cret@a,b/shop",
                "postgresql:/ann:s3cret@h/shop",
                "postgresql:ann:s3cret@h/shop",
                "ann:s3cret@h/shop",
                "//ann:s3cret@h/shop",
                "jdbc:postgresql:ann:s3cret@h/shop",
                "postgresql://ann:s3@s3cret@h:port/shop",
                "postgresql://ann:s3cret/shop",
                "postgresql://ann:s3cret",
                "postgresql:/h/shop?user=ann&password=s3cret",
                "postgresql:/h/shop?user=ann&sslpassword=s3cret",
                "postgresql://h/shop?user=ann&password=a&s3cret",
                "postgresql://h/shop?password:s3cret",
                "host=h user=ann password=s3cret dbname=shop",
                "host=h user=ann password='a s3cret' dbname=shop",
                "postgresql://ann:s3cret@h/shop?sslmode"
            })
    void refusesWhatIsNoUrlWithoutShowingThePassword(String text) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConnectionUrl.parse(text, NO_PASSWORD_FILE))
                .withMessageContaining("is not the URL of a PostgreSQL database: ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }
}
