package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.testing.Server;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Columns of types and tables of kinds that are seldom seen are masked like all others. */
class MaskedOddTypesTest {
    private static final MaskKey KEY = MaskKey.of("a secret for this test".getBytes(StandardCharsets.UTF_8));

    @Test
    void masksPaddedTextsLikeOthers() {
        ConnectionUrl sample = sample(
                """
                CREATE TABLE person (id int PRIMARY KEY, email char(60) NOT NULL, code char(12) NOT NULL UNIQUE, tags char(14)[]);
                CREATE TABLE letter (id int PRIMARY KEY, email varchar(60) NOT NULL, code char(20) NOT NULL REFERENCES person (code));
                INSERT INTO person
                SELECT i, 'anna' || i || '@shop.example.org', 'cust' || i, ARRAY['label ' || 100 + i] FROM generate_series(1, 50) i;
                INSERT INTO letter SELECT id, email::text, code FROM person;
                ANALYZE;
                """,
                "law: all\n  mask: {person.email: email, letter.email: email, person.code: scramble, person.tags: redact}");

        assertThat(
                        Server.query(
                                sample,
                                "SELECT count(*)::text FROM person p JOIN letter l ON rtrim(p.email::text) = l.email AND p.code = l.code"))
                .containsExactly("50");
        assertThat(Server.query(sample, "SELECT DISTINCT tags::text FROM person"))
                .containsExactly("{\"xxxxx 000     \"}");
    }

    @Test
    void putsSomethingWhereADomainWantsIt() {
        ConnectionUrl sample = sample(
                """
                CREATE DOMAIN given AS text NOT NULL;
                CREATE DOMAIN given_again AS given;
                CREATE TABLE person (id int PRIMARY KEY, password given, token given_again);
                INSERT INTO person SELECT i, md5(i::text), md5((-i)::text) FROM generate_series(1, 50) i;
                ANALYZE;
                """,
                "law: all");

        assertThat(Server.query(sample, "SELECT DISTINCT '<' || password || token || '>' FROM person"))
                .containsExactly("<>");
    }

    @Test
    void masksArraysOfDomains() {
        ConnectionUrl sample = sample(
                """
                CREATE DOMAIN mail AS varchar(40) CHECK (VALUE LIKE '%@%');
                CREATE TABLE person (id int PRIMARY KEY, mails mail[]);
                INSERT INTO person
                SELECT i, ARRAY['anna' || i || '@shop.example.org', 'b@c.de']::mail[] FROM generate_series(1, 50) i;
                ANALYZE;
                """,
                "law: all\n  mask: {person.mails: email}");

        assertThat(
                        Server.query(
                                sample,
                                "SELECT count(*)::text FROM person WHERE mails[1] LIKE '%.example' AND mails[1] NOT LIKE 'anna%' AND length(mails[2]) = 6"))
                .containsExactly("50");
    }

    @Test
    void blanksWhatNoMaskerKnows() {
        ConnectionUrl sample = sample(
                """
                CREATE EXTENSION hstore;
                CREATE TABLE person (id int PRIMARY KEY, email hstore, page xml);
                INSERT INTO person
                SELECT i, hstore('mail', 'anna' || i || '@shop.example.org'),
                       ('<mail>anna' || i || '@shop.example.org</mail>')::xml
                FROM generate_series(1, 50) i;
                ANALYZE;
                """,
                "law: all");

        assertThat(Server.query(sample, "SELECT count(*)::text FROM person WHERE email IS NULL AND page IS NULL"))
                .containsExactly("50");
    }

    @Test
    void asksNoForeignServerForPartitionsOfATable() {
        ConnectionUrl sample = sample(
                """
                CREATE EXTENSION postgres_fdw;
                CREATE SERVER away FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '1');
                CREATE USER MAPPING FOR postgres SERVER away;
                CREATE TABLE person (id int, email text) PARTITION BY RANGE (id);
                CREATE TABLE person_1 PARTITION OF person FOR VALUES FROM (0) TO (100);
                CREATE FOREIGN TABLE person_2 PARTITION OF person FOR VALUES FROM (100) TO (200) SERVER away;
                INSERT INTO person SELECT i, 'anna' || i || '@shop.example.org' FROM generate_series(1, 50) i;
                ANALYZE person_1;
                """,
                "law: all");

        assertThat(Server.query(sample, "SELECT count(*)::text FROM person_1 WHERE email LIKE '%.example'"))
                .containsExactly("50");
    }

    @Test
    void masksTextsInNoEncoding() {
        ConnectionUrl source = Server.url(Server.newName("source"));
        Server.execute(
                Server.url("postgres"),
                "CREATE DATABASE %s TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"
                        .formatted(source.database()));
        Server.execute(
                source,
                """
                CREATE TABLE person (id int PRIMARY KEY, email text, note text);
                INSERT INTO person
                SELECT i, 'anna' || i || '@shop.example.org', convert_from('\\xff41'::bytea, 'SQL_ASCII')
                FROM generate_series(1, 50) i;
                ANALYZE;
                """);

        ConnectionUrl sample = sample(source, "law: all");

        assertThat(Server.query(sample, "SELECT DISTINCT right(email, 8) || octet_length(note) FROM person"))
                .containsExactly(".example2");
    }

    private static ConnectionUrl sample(String sql, String configuration) {
        return sample(Server.database(sql), configuration);
    }

    private static ConnectionUrl sample(ConnectionUrl source, String configuration) {
        ConnectionUrl target = Server.url(Server.newName("sample"));
        Subsetter.run(
                SubsetRequest.of(source, target, 1)
                        .withConfiguration(
                                SampleConfiguration.parse("diorama.yml", "sample:\n  " + configuration + "\n"))
                        .withMaskKey(KEY),
                SubsetListener.SILENT);
        return target;
    }
}
