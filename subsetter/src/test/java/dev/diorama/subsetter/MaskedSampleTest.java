package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.masking.MaskKey;
import dev.diorama.subsetter.privacy.MaskReport;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Personal data stays in the source, and what stands in its place fits. */
class MaskedSampleTest {
    private static final MaskKey KEY = MaskKey.of("a secret for this test".getBytes(StandardCharsets.UTF_8));
    private static ConnectionUrl source;

    @BeforeAll
    static void makeTheShop() {
        source = Server.database(
                """
                CREATE DOMAIN mail AS text CHECK (VALUE ~ '^[^@]+@[^@]+[.][a-z]+$');
                CREATE TABLE person (
                    id int PRIMARY KEY, email mail NOT NULL UNIQUE, backup varchar(40), name varchar(30) NOT NULL,
                    born date, seen timestamptz, salary numeric(9, 2) CHECK (salary > 0), phones text[],
                    settings jsonb NOT NULL, password text NOT NULL, nick text);
                CREATE UNIQUE INDEX ON person (lower(email));
                CREATE TABLE newsletter (email mail PRIMARY KEY REFERENCES person (email), since date);
                CREATE TABLE purchase (id int PRIMARY KEY, person_id int NOT NULL REFERENCES person, at date NOT NULL);
                INSERT INTO person
                SELECT i, 'anna.miller' || i || '@shop' || i % 7 || '.example.org',
                       CASE WHEN i % 3 = 0 THEN 'a' || i || '@web.example.org' END, 'Anna Miller-' || i,
                       date '1970-01-01' + i * 11, timestamptz '2024-01-01 10:00+00' + i * interval '1 hour', 1000 + i,
                       ARRAY['+49 30 ' || 1000000 + i, NULL, '+49 40 ' || 2000000 + i],
                       jsonb_build_object('theme', 'dark', 'address', jsonb_build_object('street', i || ' Long Road')),
                       '$2a$10$' || md5(i::text) || md5(i::text), 'nick' || i
                FROM generate_series(1, 300) i;
                INSERT INTO newsletter SELECT email, '2024-01-01' FROM person WHERE id % 2 = 0;
                INSERT INTO purchase SELECT i, 1 + i % 300, date '2024-01-01' + i FROM generate_series(1, 900) i;
                ANALYZE;
                """);
    }

    private static final String CLASSIFIED =
            """
            sample:
              law: all
              mask:
                person.email: email
                person.backup: email
                person.name: full-name
                person.born: {shift-days: 30}
                person.seen: {shift-days: 30}
                purchase.at: {shift-days: 30, subject: person_id}
                newsletter.since: {keep: "a date of the shop's"}
                person.salary: {noise: 0.1}
                person.phones: phone
                person.settings: {json: {"$.address.street": street}}
                person.password: blank
                person.nick: {sql: "'n' || id"}
            """;

    @Test
    void leavesNothingOfAPersonAndFits() {
        ConnectionUrl sample = sample(CLASSIFIED, KEY);

        assertThat(rows(sample, "SELECT count(*)::text FROM person")).containsExactly("300");
        assertThat(
                        rows(
                                sample,
                                """
                        SELECT id::text FROM person
                        WHERE email ~ 'miller|shop' OR backup ~ 'web' OR name ~ 'Anna Miller' OR password <> ''
                           OR settings ->> 'address' ~ 'Long' OR settings ->> 'theme' <> 'dark' OR nick <> 'n' || id"""))
                .isEmpty();
        assertThat(rows(sample, "SELECT count(DISTINCT lower(email))::text FROM person"))
                .containsExactly("300");
        assertThat(rows(sample, "SELECT count(*)::text FROM newsletter JOIN person USING (email)"))
                .containsExactly("150");
        assertThat(rows(sample, "SELECT count(*)::text FROM person WHERE backup IS NULL"))
                .containsExactly("200");
        assertThat(
                        rows(
                                sample,
                                "SELECT DISTINCT array_length(phones, 1) || (phones[2] IS NULL)::text || left(phones[1], 4) FROM person"))
                .containsExactly("3true+49 ");
    }

    @Test
    void keepsTheLengthsOfTextsAndTheDistancesOfDates() {
        ConnectionUrl sample = sample(CLASSIFIED, KEY);

        assertThat(rows(sample, "SELECT length(email)::text FROM person ORDER BY id"))
                .isEqualTo(rows(source, "SELECT length(email)::text FROM person ORDER BY id"));
        String distances =
                "SELECT (seen::date - born)::text || ' ' || (at - born)::text FROM person p JOIN purchase o ON o.person_id = p.id ORDER BY o.id";
        assertThat(rows(sample, distances)).isEqualTo(rows(source, distances));
        assertThat(rows(sample, "SELECT born::text FROM person ORDER BY id"))
                .isNotEqualTo(rows(source, "SELECT born::text FROM person ORDER BY id"));
    }

    @Test
    void masksAlikeWithTheSameKeyAlone() {
        String emails = "SELECT email || name || born FROM person ORDER BY id";
        List<String> first = rows(sample(CLASSIFIED, KEY), emails);

        assertThat(rows(sample(CLASSIFIED, KEY), emails)).isEqualTo(first);
        assertThat(rows(sample(CLASSIFIED, KEY.derived("another")), emails)).isNotEqualTo(first);
    }

    @Test
    void tellsWhatItDidWithoutAnyValue() {
        SubsetReport report = run(CLASSIFIED, KEY, Server.url(Server.newName("sample")));

        // Shifted dates and changed numbers may meet.
        assertThat(report.masks())
                .extracting(mask -> mask.column() + " " + mask.masker() + " " + counted(mask))
                .containsExactlyInAnyOrder(
                        "newsletter.email email 150 150 150",
                        "newsletter.since keep a date of the shop's",
                        "person.backup email 100 100 100",
                        "person.born {shift-days: 30} 300 300 %d".formatted(distinct("person", "born")),
                        "person.email email 300 300 300",
                        "person.name full-name 300 300 %d".formatted(distinct("person", "name")),
                        "person.nick {sql: 'n' || id} ",
                        "person.password blank 300 300 1",
                        "person.phones phone 300 300 300",
                        "person.salary {noise: 0.1} 300 300 %d".formatted(distinct("person", "salary")),
                        "person.seen {shift-days: 30} 300 300 %d".formatted(distinct("person", "seen")),
                        "person.settings {json: {\"$.address.street\": street}} 300 300 300",
                        "purchase.at {shift-days: 30, subject: person_id} 900 900 %d"
                                .formatted(distinct("purchase", "at")));
    }

    private static long distinct(String table, String column) {
        return Server.number(sample(CLASSIFIED, KEY), "SELECT count(DISTINCT %s) FROM %s".formatted(column, table));
    }

    @Test
    void refusesMasksThatCannotFitBeforeAnythingIsCopied() {
        ConnectionUrl target = Server.url(Server.newName("sample"));

        assertThatThrownBy(() -> run(
                        """
                        sample:
                          mask:
                            person.email: {constant: nobody}
                            person.born: email
                            person.password: null
                            person.salary: {noise: 0.1}
                            purchase.at: {shift-days: 3, subject: persn}
                            newsletter.email: hash
                        """,
                        KEY,
                        target))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Column \"email\" of \"person\" is in a unique index")
                .hasMessageContaining("Column \"password\" of \"person\" is NOT NULL")
                .hasMessageContaining("\"purchase\" has no column \"persn\"");
        assertThat(Server.databases()).doesNotContain(target.database());
    }

    @Test
    void refusesMasksThatAConstraintRefuses() {
        ConnectionUrl target = Server.url(Server.newName("sample"));

        assertThatThrownBy(() -> run("sample: {mask: {person.salary: {constant: \"-1\"}}}", KEY, target))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "The masks of \"person\" do not fit: The rows of \"person\" could not be copied: new row for relation \"diorama_trial\" violates check constraint \"person_salary_check\". Choose other maskers under mask:, or keep the column with a reason");
        assertThat(Server.databases()).doesNotContain(target.database());
    }

    @Test
    void refusesKeysThatAreMaskedOtherwiseThanWhatRefersToThem() {
        assertThatThrownBy(() -> run(
                        "sample: {mask: {person.email: email, newsletter.email: hash}}",
                        KEY,
                        Server.url(Server.newName("sample"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "diorama.yml:1:31: person.email holds the same keys as newsletter.email, but email is not hash: mask both alike");
    }

    private static String counted(MaskReport mask) {
        return mask.values()
                .map(values -> values.rows() + " " + values.distinctBefore() + " " + values.distinctAfter())
                .orElse(mask.reason().orElse(""));
    }

    private static ConnectionUrl sample(String yaml, MaskKey key) {
        ConnectionUrl target = Server.url(Server.newName("sample"));
        run(yaml, key, target);
        return target;
    }

    private static SubsetReport run(String yaml, MaskKey key, ConnectionUrl target) {
        return Subsetter.run(
                SubsetRequest.of(source, target, 1)
                        .withConfiguration(SampleConfiguration.parse("diorama.yml", yaml))
                        .withMaskKey(key),
                SubsetListener.SILENT);
    }

    private static List<String> rows(ConnectionUrl url, String sql) {
        return Server.query(url, sql);
    }

    @Test
    void masksEveryRowOfALargeTableThatIsCopiedWhole() {
        ConnectionUrl large = Server.database(
                """
                CREATE TABLE person (id int PRIMARY KEY, email text NOT NULL UNIQUE, filler text);
                INSERT INTO person SELECT i, 'anna.miller' || i || '@shop.example.org', repeat('-', 700)
                FROM generate_series(1, 25000) i;
                ANALYZE;
                """);
        ConnectionUrl target = Server.url(Server.newName("sample"));

        Subsetter.run(
                SubsetRequest.of(large, target, 1)
                        .withConfiguration(SampleConfiguration.parse(
                                "diorama.yml", "sample: {law: all, mask: {person.email: email}}"))
                        .withMaskKey(KEY),
                SubsetListener.SILENT);

        assertThat(
                        rows(
                                target,
                                "SELECT count(*) || ' ' || count(DISTINCT email) || ' ' || count(*) FILTER (WHERE email ~ 'miller') FROM person"))
                .containsExactly("25000 25000 0");
    }

    @Test
    void refusesASampleThatHoldsValuesOfMaskedColumnsElsewhere() {
        ConnectionUrl leaky = Server.database(
                """
                CREATE TABLE person (id int PRIMARY KEY, email text);
                CREATE TABLE note (id int PRIMARY KEY, zq9 text);
                INSERT INTO person SELECT i, 'anna.miller' || i || '@shop.example.org' FROM generate_series(1, 300) i;
                INSERT INTO note SELECT i, CASE WHEN i = 250 THEN 'see anna.miller7@shop.example.org' ELSE 'nothing ' || i END
                FROM generate_series(1, 300) i;
                ANALYZE;
                """);
        ConnectionUrl target = Server.url(Server.newName("sample"));

        assertThatThrownBy(() -> Subsetter.run(
                        SubsetRequest.of(leaky, target, 1)
                                .withConfiguration(SampleConfiguration.parse("diorama.yml", "sample: {law: all}"))
                                .withMaskKey(KEY),
                        SubsetListener.SILENT))
                .isInstanceOf(SubsetException.class)
                .hasMessage(
                        "Values that masked columns have in the source stand in the sample: 1 of \"note.zq9\" hold those of \"person.email\". Mask these columns too, under mask:, or keep them with a reason");
        assertThat(Server.databases()).doesNotContain(target.database());
    }
}
