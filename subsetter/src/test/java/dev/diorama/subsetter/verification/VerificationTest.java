package dev.diorama.subsetter.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.testing.Server;
import org.junit.jupiter.api.Test;

/** Something happens to a sample before it is looked at: the run must fail and say what. */
class VerificationTest {
    private static final String SOURCE =
            """
            CREATE TABLE country (id serial PRIMARY KEY, name text);
            CREATE TABLE city (id int PRIMARY KEY, country_id int CONSTRAINT city_country REFERENCES country);
            CREATE INDEX city_by_country ON city (country_id);
            GRANT SELECT ON city TO PUBLIC;
            INSERT INTO country (name) SELECT 'c' FROM generate_series(1, 10);
            INSERT INTO city SELECT i, i % 10 + 1 FROM generate_series(1, 100) i;
            """;

    @Test
    void failsWithEverythingThatIsWrong() {
        ConnectionUrl target = Server.url(Server.newName("sample"));

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(
                        () -> runAnd(
                                target,
                                SOURCE,
                                """
                        ALTER TABLE city DROP CONSTRAINT city_country;
                        ALTER TABLE city ADD CONSTRAINT city_country FOREIGN KEY (country_id) REFERENCES country NOT VALID;
                        DROP INDEX city_by_country;
                        DELETE FROM city WHERE id = (SELECT min(id) FROM city);
                        INSERT INTO country VALUES (4711, 'x');
                        REVOKE SELECT ON city FROM PUBLIC;
                        GRANT INSERT ON country TO PUBLIC"""))
                .withMessage(
                        "The sample is not what the source is: constraint city_country on public.city is \"f FOREIGN KEY (country_id) REFERENCES public.country(id)\" in the source and \"f NOT VALID FOREIGN KEY (country_id) REFERENCES public.country(id)\" in the sample; index public.city_by_country is missing; privilege SELECT ON TABLE public.city for PUBLIC is missing; excess privilege INSERT ON TABLE public.country for PUBLIC is not in the source; table \"city\" has 14 rows, and 15 were copied; table \"country\" has 4 rows, and 3 were copied; sequence \"country_id_seq\" would give out values that column \"id\" of \"country\" has already");
        assertThat(Server.databases()).doesNotContain(target.database());
    }

    @Test
    void showsTheFirstTwentyOfMany() {
        StringBuilder source = new StringBuilder();
        for (int i = 10; i < 40; i++) {
            source.append("CREATE TABLE t%1$d (); CREATE VIEW v%1$d AS SELECT 1 AS one;".formatted(i));
        }

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> runAnd(
                        Server.url(Server.newName("sample")),
                        source.toString(),
                        "DO $$ BEGIN FOR i IN 10..39 LOOP EXECUTE format('DROP VIEW v%s', i); END LOOP; END $$"))
                .withMessageStartingWith("The sample is not what the source is: view public.v10 is missing; ")
                .withMessageEndingWith("; view public.v29 is missing; and 40 more");
    }

    private static void runAnd(ConnectionUrl target, String source, String beforeVerification) {
        Subsetter.run(SubsetRequest.of(Server.database(source), target, 1), new SubsetListener() {
            @Override
            public void phaseStarted(PhaseName phase) {
                if (phase == PhaseName.VERIFY) {
                    String building = Server.query(
                                    Server.url("postgres"),
                                    "SELECT datname FROM pg_database WHERE datname LIKE 'diorama%' ORDER BY oid DESC LIMIT 1")
                            .getFirst();
                    Server.execute(Server.url(building), beforeVerification);
                }
            }
        });
    }
}
