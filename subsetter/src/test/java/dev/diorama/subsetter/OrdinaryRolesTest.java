package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.testing.NastyDatabase;
import dev.diorama.subsetter.testing.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From a server where the role may only read, to another one where the role may only create databases, and where most of
 * the source's roles are not.
 */
class OrdinaryRolesTest {
    private static @Nullable EmbeddedPostgres elsewhere;
    private static ConnectionUrl target = Server.url("none");

    @BeforeAll
    static void makeRoles() throws IOException, SQLException {
        elsewhere = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        try (Connection connection = elsewhere.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE nasty_builder LOGIN CREATEDB; CREATE ROLE nasty_app");
        }
        target = ConnectionUrl.parse("postgresql://nasty_builder@localhost:%d/sample".formatted(elsewhere.getPort()));
        Server.execute(
                Server.url("postgres"),
                """
                DO $$ BEGIN
                    CREATE ROLE nasty_reader LOGIN BYPASSRLS;
                EXCEPTION WHEN duplicate_object THEN NULL;
                END $$""");
    }

    @AfterAll
    static void stop() throws IOException {
        if (elsewhere != null) {
            elsewhere.close();
        }
    }

    @Test
    void makeASampleAndSayWhatTheyCannotDo() {
        ConnectionUrl source = NastyDatabase.ordinary();
        allowReading(source);
        List<String> notices = Collections.synchronizedList(new ArrayList<>());
        SampleConfiguration configuration =
                SampleConfiguration.parse("diorama.yml", "sample: {tables: {types.picture: all, code.person: all}}");

        SubsetReport report = Subsetter.run(
                SubsetRequest.of(source.withUser("nasty_reader", ""), target, 1).withConfiguration(configuration),
                new SubsetListener() {
                    @Override
                    public void notice(String message) {
                        notices.add(message);
                    }
                });

        assertThat(report.foreignKeys().validated()).isEqualTo(32);
        assertThat(String.join("\n", notices))
                .isEqualTo(
                        """
                        Personal data that nobody has classified is masked in code.login.email, code.person.nick, keys.account.iban, types.every.a_cidr, types.every.a_macaddr8, types.every.a_macaddr, types.every.an_inet, types.every.an_email, types.every.some_emails: classify it under mask: in the configuration, or see diorama scan
                        Masks are made with a key of this run alone, so the next run makes others: give --mask-key to keep them
                        Constraints "later_check on types.later", "legacy_account on keys.legacy", "legacy_amount on keys.legacy": NOT VALID in the source, and so in the sample. VALIDATE CONSTRAINT proves the rows
                        166 large objects are left out, because the role may not read them. Run as their owner: GRANT SELECT ON LARGE OBJECT …
                        The role may not read sequences "Größe "x" 100%s {0} $$ ;-- ?.Table "t" 100%d {1} $1 ' \\ ?_Id ?_seq", "code.audit_id_seq", "code.note_id_seq", "keys.shelf_id_seq", "keys.transfer_id_seq" and 13 more: in the sample, what takes values from there goes on after the greatest one. GRANT SELECT ON ALL SEQUENCES to go on where the source does
                        Policy elsewhere on code.secret is left out: the target's server has no role "nasty_elsewhere"
                        Policy partly on code.secret goes without role "nasty_elsewhere": the target's server has none of that name
                        The target's server has no roles "nasty Auditor", "nasty_elsewhere", "nasty_reader": left out is what is granted there
                        Left out are privileges "EXECUTE on new FUNCTIONS FOR ROLE postgres for PUBLIC", "SELECT on new TABLES FOR ROLE postgres IN SCHEMA code for nasty_app": must be member of role "postgres"
                        Left out is setting our.setting of the database: permission denied to set parameter "our.setting"
                        Left out is setting statement_timeout of nasty_app of the database: permission denied""");
    }

    @Test
    void areToldWhichExtensionTheyCannotMake() {
        ConnectionUrl source = Server.database("CREATE EXTENSION postgres_fdw; CREATE EXTENSION pgcrypto");
        ConnectionUrl other = target.withDatabase("refused");

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> Subsetter.run(SubsetRequest.of(source, other, 1), SubsetListener.SILENT))
                .withMessage(
                        "The schema could not be made in the target: role \"nasty_builder\" may not create extension \"postgres_fdw\" at localhost port %d. Connect there as a superuser, or have the line \"trusted = true\" put into the extension's control file on that server",
                        target.port());
    }

    @Test
    void areToldWhatOnlyASuperuserCanMake() {
        ConnectionUrl source = Server.database(
                """
                CREATE OPERATOR FAMILY family USING btree;
                CREATE FUNCTION quick() RETURNS timestamptz LANGUAGE internal STABLE AS 'now';
                CREATE FUNCTION slow() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT quick()'""");
        ConnectionUrl other = target.withDatabase("refused");

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> Subsetter.run(SubsetRequest.of(source, other, 1), SubsetListener.SILENT))
                .withMessage(
                        "The schema could not be made in the target: role \"nasty_builder\" is no superuser at localhost port %d (permission denied for language internal; must be superuser to create an operator family). Connect there as one",
                        target.port());
    }

    @Test
    void doWithoutEventTriggers() {
        ConnectionUrl source = Server.database(
                """
                CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER watching ON ddl_command_end EXECUTE FUNCTION watch();
                COMMENT ON EVENT TRIGGER watching IS 'always'""");
        List<String> notices = Collections.synchronizedList(new ArrayList<>());

        Subsetter.run(SubsetRequest.of(source, target.withDatabase("watched"), 1), new SubsetListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        });

        assertThat(notices)
                .containsExactly(
                        "Left out are event trigger \"watching\": role \"nasty_builder\" may not make event triggers in the target");
    }

    private static void allowReading(ConnectionUrl source) {
        Server.execute(
                source,
                """
                SET TRANSACTION READ WRITE;
                DO $$ DECLARE schema name; BEGIN
                    FOR schema IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
                        EXECUTE format('GRANT USAGE ON SCHEMA %I TO nasty_reader', schema);
                        EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO nasty_reader', schema);
                    END LOOP;
                    EXECUTE format('GRANT CONNECT ON DATABASE %I TO nasty_reader', current_database());
                END $$""");
    }
}
