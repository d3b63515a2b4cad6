package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.RowsAsText;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Samples.Sample;
import dev.diorama.subsetter.testing.Server;
import org.junit.jupiter.api.Test;

/** Databases that write or sort text in their own way. */
class DatabaseLocalesTest {
    private static final String LOCALE =
            "SELECT concat_ws(' ', pg_encoding_to_char(encoding), datcollate, datctype, datlocprovider, daticulocale)"
                    + " FROM pg_database WHERE datname = current_database()";

    @Test
    void sortsAsTheSourceDoes() {
        Sample sample = Samples.of(
                database(
                        "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'sv-u-kn-true'",
                        "CREATE TABLE name (id int PRIMARY KEY, name text UNIQUE); INSERT INTO name SELECT i, 'n' || i FROM generate_series(1, 100) i"));

        assertThat(Server.query(sample.url(), LOCALE))
                .isEqualTo(Server.query(sample.source(), LOCALE))
                .first()
                .asString()
                .endsWith(" i sv-u-kn-true");
    }

    @Test
    void keepsBytesOfAnotherEncoding() {
        keepsText("LATIN1", "SELECT i, chr(i + 100) || 'ß' FROM generate_series(1, 150) i");
    }

    @Test
    void keepsBytesThatAreInNoEncoding() {
        keepsText(
                "SQL_ASCII",
                "SELECT i, convert_from(decode('ff' || lpad(to_hex(i + 100), 2, '0'), 'hex'), 'SQL_ASCII') FROM generate_series(1, 150) i");
    }

    private static void keepsText(String encoding, String rows) {
        Sample sample = Samples.of(database(
                "TEMPLATE template0 ENCODING '%s' LC_COLLATE 'C' LC_CTYPE 'C'".formatted(encoding),
                "CREATE TABLE name (id int PRIMARY KEY, name text); INSERT INTO name " + rows));

        assertThat(Server.query(sample.url(), LOCALE)).isEqualTo(Server.query(sample.source(), LOCALE));
        assertThat(Server.number(sample.url(), "SELECT count(*) FROM name WHERE octet_length(name) = 2"))
                .isEqualTo(sample.table("name").rows())
                .isEqualTo(20);
        assertThat(RowsAsText.compare(sample.source(), sample.url()).strangers())
                .isEmpty();
    }

    private static ConnectionUrl database(String options, String sql) {
        ConnectionUrl url = Server.url(Server.newName("source"));
        Server.execute(Server.url("postgres"), "CREATE DATABASE %s %s".formatted(url.database(), options));
        Server.execute(url, sql);
        return url;
    }
}
