package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.testing.Server;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What few schemas have, and what pg_dump and pg_restore would stumble over. */
class UnusualSchemasTest {
    private final ConnectionUrl target = Server.url(Server.newName("sample"));
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    @Test
    void noPublicSchema() {
        run("CREATE SCHEMA mine; CREATE TABLE mine.t (id int); DROP SCHEMA public");

        assertThat(Server.query(target, "SELECT nspname FROM pg_namespace WHERE nspname IN ('public', 'mine')"))
                .containsExactly("mine");
    }

    @Test
    void labelsOfAModuleThatTheTargetHasNot() {
        run(
                """
                CREATE TABLE person (id int);
                INSERT INTO pg_seclabel (objoid, classoid, objsubid, provider, label)
                VALUES ('person'::regclass, 'pg_class'::regclass, 0, 'anonymizer', 'MASKED')""");

        assertThat(notices)
                .containsExactly(
                        "Left out is what module \"anonymizer\" has put on object \"table public.person\": the target's server does not take its security labels");
    }

    @Test
    void checksAndGeneratedColumnsThatRelyOnTheSearchPath() {
        run(
                """
                CREATE FUNCTION least_length() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';
                CREATE FUNCTION is_long(text) RETURNS bool LANGUAGE plpgsql IMMUTABLE AS
                    'BEGIN RETURN length($1) >= least_length(); END';
                CREATE TABLE word (word text CHECK (is_long(word)), long bool GENERATED ALWAYS AS (is_long(word)) STORED);
                INSERT INTO word SELECT 'w' || i FROM generate_series(1, 100) i""");

        assertThat(Server.number(target, "SELECT count(*) FROM word WHERE long"))
                .isEqualTo(15);
    }

    @Test
    void checksThatLookIntoOtherTables() {
        run(
                """
                CREATE TABLE country (id int PRIMARY KEY, open bool);
                CREATE FUNCTION is_open(int) RETURNS bool LANGUAGE plpgsql STABLE AS
                    'BEGIN RETURN (SELECT coalesce(bool_or(open), false) FROM country WHERE id = $1); END';
                CREATE FUNCTION required_country(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS
                    'BEGIN IF NOT is_open($1) THEN RAISE no_data_found; END IF; RETURN $1; END';
                CREATE TABLE city (id int PRIMARY KEY, country int REFERENCES country CHECK (is_open(country)));
                CREATE TABLE street (id int PRIMARY KEY, country int REFERENCES country,
                    again int GENERATED ALWAYS AS (required_country(country)) STORED);
                INSERT INTO country SELECT i, true FROM generate_series(1, 10) i;
                INSERT INTO city SELECT i, i % 10 + 1 FROM generate_series(1, 100) i;
                INSERT INTO street SELECT i, i % 10 + 1 FROM generate_series(1, 1000) i""");

        assertThat(Server.number(target, "SELECT count(*) FROM city")).isEqualTo(15);
        assertThat(Server.number(target, "SELECT count(*) FROM street WHERE again = country"))
                .isEqualTo(77);
    }

    @Test
    void checksThatTheSampleCannotSatisfy() {
        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(
                        () -> run(
                                """
                        CREATE FUNCTION in_source() RETURNS bool LANGUAGE sql STABLE AS
                            $$ SELECT current_database() NOT LIKE 'diorama%' $$;
                        CREATE TABLE city (id int CONSTRAINT here CHECK (in_source()));
                        INSERT INTO city SELECT generate_series(1, 100)"""))
                .withMessage(
                        "The rows of \"city\" could not be copied: new row for relation \"city\" violates check constraint \"here\"");
    }

    @Test
    void materializedViewsOverForeignTables() {
        run(
                """
                CREATE EXTENSION file_fdw;
                CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
                CREATE FOREIGN TABLE machine (line text) SERVER files OPTIONS (filename '/proc/version', delimiter E'\\x01');
                CREATE VIEW lines AS SELECT line FROM machine;
                CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM lines;
                CREATE MATERIALIZED VIEW "a copy" AS SELECT n FROM counted;
                CREATE MATERIALIZED VIEW here AS SELECT 1 AS one""");

        assertThat(notices)
                .containsExactly(
                        "Empty stays what reads foreign tables, which a sample cannot reach: materialized views \"counted\", \"a copy\"");
        assertThat(Server.query(target, "SELECT relname FROM pg_class WHERE relkind = 'm' AND relispopulated"))
                .containsExactly("here");
    }

    @Test
    void childrenThatAreForeign() {
        run(
                """
                CREATE EXTENSION file_fdw;
                CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
                CREATE TABLE animal (id serial PRIMARY KEY, number oid);
                CREATE FOREIGN TABLE animal_elsewhere () INHERITS (animal)
                    SERVER files OPTIONS (filename '/whoever/reads/this/fails');
                INSERT INTO animal SELECT i, lo_from_bytea(0, 'x') FROM generate_series(1, 100) i""");

        assertThat(Server.number(target, "SELECT count(*) FROM ONLY animal WHERE lo_get(number) = 'x'"))
                .isEqualTo(15);
        assertThat(Server.query(target, "SELECT relname FROM pg_class WHERE relkind = 'f'"))
                .containsExactly("animal_elsewhere");
    }

    @Test
    void anIndexThatIsBroken() {
        run(
                """
                CREATE TABLE t (id int PRIMARY KEY, a int);
                CREATE INDEX broken ON t (a);
                UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'broken'::regclass""");

        assertThat(notices)
                .containsExactly("Index \"broken\": left out, as broken in the source. REINDEX mends it there");
        assertThat(Server.query(target, "SELECT to_regclass('broken') IS NULL")).containsExactly("t");
    }

    @Test
    void numbersOfObjectsThatBelongToTheDatabase() {
        run(
                """
                CREATE SCHEMA other;
                CREATE TABLE other.first (id int);
                CREATE TYPE color AS ENUM ('red', 'blue');
                CREATE DOMAIN relation AS regclass;
                CREATE TABLE watched (id int PRIMARY KEY, relation regclass, of_domain relation, many regtype[], colors color[], color color);
                INSERT INTO watched SELECT i, 'other.first', 'watched', '{color}', '{blue,red}', 'blue' FROM generate_series(1, 100) i""");

        assertThat(Server.query(
                        target,
                        "SELECT DISTINCT concat_ws(' ', relation, of_domain, many, colors, color) FROM watched"))
                .containsExactly("other.first watched {color} {blue,red} blue");
    }

    private void run(String schema) {
        Subsetter.run(SubsetRequest.of(Server.database(schema), target, 1), new SubsetListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        });
    }
}
