package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is masked that nobody has classified fits, or it is said which column to classify. */
class MaskedAtFirstTryTest {
    @Test
    void joinsAddressesThatDifferInCase() {
        ConnectionUrl sample = sample(
                """
                CREATE TABLE person (id int PRIMARY KEY, email text NOT NULL UNIQUE);
                CREATE TABLE letter (id int PRIMARY KEY, email text NOT NULL);
                INSERT INTO person SELECT i, 'anna.miller' || i || '@shop.example.org' FROM generate_series(1, 200) i;
                INSERT INTO person SELECT i + 1000, 'Anna.Miller' || i || '@shop.example.org' FROM generate_series(1, 9) i;
                INSERT INTO letter SELECT i, 'Anna.Miller' || i || '@Shop.Example.org' FROM generate_series(10, 200) i;
                """);

        assertThat(Server.number(
                        sample, "SELECT count(*) FROM letter l JOIN person p ON lower(l.email) = lower(p.email)"))
                .isEqualTo(191);
        assertThat(Server.number(sample, "SELECT count(DISTINCT email) FROM person"))
                .isEqualTo(209);
    }

    @Test
    void blanksDocumentsInXml() {
        ConnectionUrl sample = sample(
                """
                CREATE TABLE applicant (id int PRIMARY KEY, letter xml, cv xml NOT NULL);
                INSERT INTO applicant
                SELECT i, x, x FROM generate_series(1, 20) i,
                    LATERAL (SELECT ('<cv><mail>anna' || i || '@shop.example.org</mail></cv>')::xml AS x) y;
                """);

        assertThat(Server.query(sample, "SELECT DISTINCT (letter IS NULL) || cv::text FROM applicant"))
                .containsExactly("true");
    }

    @Test
    void namesTheColumnWhoseDomainRefusesTheMasks() {
        assertThatThrownBy(
                        () -> sample(
                                """
                CREATE DOMAIN nir AS text CHECK (VALUE ~ '^1850[0-9]{11}$');
                CREATE TABLE patient (id int PRIMARY KEY, nir nir NOT NULL, last_name text);
                INSERT INTO patient SELECT i, '1850' || 17510000000 + i, 'Martin' FROM generate_series(1, 20) i;
                """))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "The masks of \"patient\" do not fit: The rows of \"patient\" could not be copied: value for domain nir violates check constraint \"nir_check\", in column \"nir\". Choose other maskers under mask:, or keep the column with a reason");
    }

    @Test
    void refusesAConstantThatIsTooLong() {
        assertThatThrownBy(() -> sample(
                        """
                        CREATE TABLE payment (id int PRIMARY KEY, expires char(5));
                        INSERT INTO payment VALUES (1, '12/29');
                        """,
                        "sample: {mask: {payment.expires: {constant: never again}}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "diorama.yml:1:34: Column \"expires\" of \"payment\": holds 5 characters, and the constant has 11");
    }

    private static ConnectionUrl sample(String schema) {
        return sample(schema, "sample: {law: all}");
    }

    private static ConnectionUrl sample(String schema, String yaml) {
        ConnectionUrl source = Server.database(schema);
        ConnectionUrl target = Server.url(Server.newName("sample"));
        Subsetter.run(
                SubsetRequest.of(source, target, 1)
                        .withConfiguration(SampleConfiguration.parse("diorama.yml", yaml))
                        .withMaskKey(MaskKey.of("a secret for this test".getBytes(StandardCharsets.UTF_8))),
                SubsetListener.SILENT);
        return target;
    }
}
