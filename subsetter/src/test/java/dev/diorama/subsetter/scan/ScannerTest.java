package dev.diorama.subsetter.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Golden;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.testing.SharedData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan finds, whole; {@code docs/scanning.md} counts what is wrong in it, as a person judged it. */
class ScannerTest {
    @ParameterizedTest
    @ValueSource(strings = {"pagila", "chinook", "northwind"})
    void findsWhatARealDatabaseHas(String name) {
        List<Finding> findings = Scans.of(SharedData.database(name + ".sql"));

        Golden.assertMatches(ScannerTest.class, name + ".txt", Scans.text(findings));
    }

    @Test
    void findsPersonalDataInManyLanguages() {
        List<Finding> findings = Scans.of(Server.database(Scans.resource("languages.sql")));

        Golden.assertMatches(ScannerTest.class, "languages.txt", Scans.text(findings));
        Golden.assertMatches(ScannerTest.class, "languages.yml", new MaskSection(findings).yaml());
    }

    @Test
    void findsTheSameAgain() {
        ConnectionUrl url = Server.database(
                """
                CREATE TABLE people (id int PRIMARY KEY, contact text, filler text);
                INSERT INTO people SELECT i, 'p' || i || '@mail.example', repeat('x', 500) FROM generate_series(1, 20000) i;
                ANALYZE people""");

        List<Finding> findings = Scans.of(url);

        assertThat(Scans.text(findings)).isEqualTo(Scans.text(Scans.of(url)));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.category()).isEqualTo(Category.EMAIL);
            assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        });
    }

    @Test
    void looksIntoATableThatIsMostlyEmptySpace() {
        ConnectionUrl url = Server.database(
                """
                CREATE TABLE people (id int, contact text, filler text) WITH (autovacuum_enabled = off);
                INSERT INTO people SELECT i, 'p' || i || '@mail.example', repeat('x', 900) FROM generate_series(1, 9000) i;
                DELETE FROM people WHERE id < 8999;
                ANALYZE people""");

        assertThat(Scans.text(Scans.of(url)))
                .isEqualTo("people.contact: email, medium: 2 of 2 values are e-mail addresses (email)\n");
    }

    @Test
    void takesNumberedNamesForNobodys() {
        ConnectionUrl url = Server.database(
                """
                CREATE TABLE employee (id int PRIMARY KEY, name text, first_name text);
                INSERT INTO employee SELECT i, 'employee ' || i, 'Maria' FROM generate_series(1, 300) i;
                ANALYZE employee""");

        assertThat(Scans.text(Scans.of(url)))
                .isEqualTo(
                        "employee.first_name: first-name, high: 200 of 200 values are first names; its name says so too (first-name)\n");
    }

    @Test
    void asksTheKeysBesideOneWhomADocumentIsAbout() {
        ConnectionUrl url = Server.database(
                """
                CREATE TABLE audit_log (id int PRIMARY KEY, old_row jsonb, sent_to jsonb, product jsonb);
                INSERT INTO audit_log
                SELECT i, jsonb_build_object('avatar_url', 'https://img.example/' || i, 'password_digest', '', 'theme', 'dark'),
                       jsonb_build_object('zip', (20000 + i)::text, 'city', 'Hamburg', 'street', 'Elm Street ' || i),
                       jsonb_build_object('image_url', 'https://img.example/' || i, 'city', 'Hamburg')
                FROM generate_series(1, 20) i;
                ANALYZE""");

        assertThat(Scans.text(Scans.of(url)))
                .isEqualTo(
                        """
                        audit_log.old_row $.avatar_url: url, high: 20 of 20 values are personal URLs; its name says so too (url)
                        audit_log.old_row $.password_digest: password, medium: its name says so; there are no values to look at (blank)
                        audit_log.sent_to $.zip: postcode, medium: its name says so, and it is part of an address (postcode)
                        audit_log.sent_to $.city: city, medium: its name says so, and it is part of an address (city)
                        audit_log.sent_to $.street: street, medium: its name says so (street)
                        """);
    }
}
