package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Samples.Sample;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.testing.VersionedServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources and targets of PostgreSQL 15, which is the embedded one, 17 and 18. */
class OtherVersionsTest {
    private static final int EMBEDDED = 15;

    private static final String PLAIN =
            """
            CREATE TYPE mood AS ENUM ('calm', 'merry');
            CREATE DOMAIN percentage AS integer CHECK (VALUE BETWEEN 0 AND 100);
            CREATE TABLE country (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE);
            CREATE TABLE person (id serial PRIMARY KEY, boss_id integer REFERENCES person, country_id integer NOT NULL REFERENCES country,
                                 mood mood NOT NULL, share percentage, born date, height numeric(5, 2), tags text[],
                                 initial text GENERATED ALWAYS AS (left(md5(id::text), 1)) STORED);
            CREATE TABLE visit (person_id integer NOT NULL REFERENCES person, year integer NOT NULL, note jsonb,
                                PRIMARY KEY (person_id, year)) PARTITION BY RANGE (year);
            CREATE TABLE visit_old PARTITION OF visit FOR VALUES FROM (MINVALUE) TO (2020);
            CREATE TABLE visit_new PARTITION OF visit FOR VALUES FROM (2020) TO (MAXVALUE);
            CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note = '"shouted"'; RETURN NEW; END $$;
            CREATE VIEW boss AS SELECT DISTINCT boss_id FROM person;
            COMMENT ON TABLE person IS 'who lives';

            INSERT INTO country (name) SELECT 'country ' || i FROM generate_series(1, 50) i;
            INSERT INTO person (boss_id, country_id, mood, share, born, height, tags)
            SELECT nullif(i / 5, 0), 1 + i % 50, CASE WHEN i % 3 = 0 THEN 'calm'::mood ELSE 'merry' END, i % 101,
                   date '1970-01-01' + i, 150 + i % 50, ARRAY['a' || i, NULL] FROM generate_series(1, 2000) i;
            INSERT INTO visit SELECT 1 + i % 2000, 2010 + i / 2000, jsonb_build_object('n', i) FROM generate_series(0, 29999) i;
            CREATE TRIGGER shouting BEFORE INSERT ON visit FOR EACH ROW EXECUTE FUNCTION shout();
            CREATE MATERIALIZED VIEW merry AS SELECT * FROM person WHERE mood = 'merry';
            """;

    /** All but the dates of birth, which are masked. */
    private static final String PERSONS =
            "SELECT (id, boss_id, country_id, mood, share, height, tags, initial)::text FROM person ORDER BY id";

    @ParameterizedTest
    @CsvSource({"15, 17", "17, 18", "18, 15", "18, 18"})
    void samplesFromOneVersionIntoAnother(int from, int to) {
        Sample sample = sample(PLAIN, from, to);

        assertThat(sample.report().validatedKeys()).isEqualTo(3);
        assertThat(number(sample, "SELECT count(*) FROM visit WHERE note = '\"shouted\"'"))
                .isZero();
        assertThat(number(sample, "SELECT count(*) FROM merry"))
                .isEqualTo(number(sample, "SELECT count(*) FROM person WHERE mood = 'merry'"))
                .isPositive();
        assertThat(number(sample, "SELECT nextval('person_id_seq')")).isEqualTo(2001);
        assertThat(Server.query(sample.source(), PERSONS)).containsAll(Server.query(sample.url(), PERSONS));
    }

    @Test
    void handlesWhatPostgres18Brings() {
        Sample sample = sample(
                """
                CREATE EXTENSION btree_gist;
                CREATE TABLE room (id integer, valid daterange, size integer, area integer GENERATED ALWAYS AS (size * 2) VIRTUAL,
                                   CONSTRAINT room_key PRIMARY KEY (id, valid WITHOUT OVERLAPS));
                CREATE TABLE booking (id integer PRIMARY KEY, room_id integer, during daterange,
                                      CONSTRAINT booking_room FOREIGN KEY (room_id, PERIOD during) REFERENCES room (id, PERIOD valid));
                CREATE TABLE guest (id integer PRIMARY KEY, booking_id integer, name text, mail text,
                                    CONSTRAINT guest_booking FOREIGN KEY (booking_id) REFERENCES booking NOT ENFORCED,
                                    CONSTRAINT guest_named CHECK (name <> '') NOT ENFORCED);
                INSERT INTO room (id, valid, size)
                SELECT i / 4, daterange(date '2024-01-01' + i % 4 * 100, date '2024-01-01' + i % 4 * 100 + 100), i
                FROM generate_series(0, 3999) i;
                INSERT INTO booking
                SELECT i, i % 1000, daterange(date '2024-01-01' + i % 350, date '2024-01-01' + i % 350 + 50)
                FROM generate_series(1, 10000) i;
                INSERT INTO guest SELECT i, CASE WHEN i % 10 = 0 THEN -i ELSE 1 + i % 10000 END, '', NULL FROM generate_series(1, 20000) i;
                ALTER TABLE guest ADD CONSTRAINT guest_mail NOT NULL mail NOT VALID;
                """,
                18, 18);

        assertThat(Server.query(sample.url(), CONSTRAINTS))
                .containsExactlyElementsOf(Server.query(sample.source(), CONSTRAINTS))
                .contains(
                        "booking_room true true",
                        "guest_booking false false",
                        "guest_mail false true",
                        "guest_named false false",
                        "room_key true true");
        assertThat(number(sample, "SELECT count(*) FROM room WHERE area = size * 2"))
                .isEqualTo(sample.table("room").rows());
    }

    private static final String CONSTRAINTS =
            """
            SELECT conname || ' ' || convalidated || ' ' || conenforced
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY conname""";

    @Test
    void saysWhatAnOlderTargetDoesNotKnow() {
        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> sample(
                        "CREATE TABLE room (id integer PRIMARY KEY, twice integer GENERATED ALWAYS AS (id * 2) VIRTUAL)",
                        18,
                        15))
                .withMessage(
                        "The schema could not be made in the target: syntax error at or near \")\" in CREATE TABLE"
                                + " public.room: the target's server is too old for it, take one of the source's version or later");
    }

    @Test
    void goesOnAfterTheGreatestValueWhereARoleMayNotReadASequence() {
        ConnectionUrl source = VersionedServer.database(
                18,
                """
                CREATE TABLE town (id serial PRIMARY KEY, name text);
                INSERT INTO town (name) SELECT 'town ' || i FROM generate_series(1, 1000) i;
                SELECT setval('town_id_seq', 5000);
                DROP ROLE IF EXISTS reader;
                CREATE ROLE reader LOGIN PASSWORD 'reader';
                GRANT SELECT ON town TO reader;
                """);
        List<String> notices = new ArrayList<>();
        ConnectionUrl target = VersionedServer.url(18, Server.newName("sample"));

        Subsetter.run(SubsetRequest.of(source.withUser("reader", "reader"), target, 1), new SubsetListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        });

        assertThat(Server.number(target, "SELECT nextval('town_id_seq') - max(id) FROM town"))
                .isEqualTo(1);
        assertThat(notices)
                .containsExactly(
                        "no pg_dump of PostgreSQL 18 or later on this machine: using the one in the image local/postgres:18",
                        "The role may not read sequence \"town_id_seq\": in the sample, what takes values from there goes on after"
                                + " the greatest one. GRANT SELECT ON ALL SEQUENCES to go on where the source does");
    }

    private static long number(Sample sample, String sql) {
        return Server.number(sample.url(), sql);
    }

    private static Sample sample(String sql, int from, int to) {
        return Samples.of(
                from == EMBEDDED ? Server.database(sql) : VersionedServer.database(from, sql),
                to == EMBEDDED
                        ? Server.url(Server.newName("sample"))
                        : VersionedServer.url(to, Server.newName("sample")),
                "",
                1);
    }
}
