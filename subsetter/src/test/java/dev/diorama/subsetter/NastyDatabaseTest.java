package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.testing.NastyDatabase;
import dev.diorama.subsetter.testing.Orphans;
import dev.diorama.subsetter.testing.RowsAsText;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Server;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A sample of a database that holds everything. The run compares the two schemas object by object itself and fails where
 * they differ; what is looked at here is what that comparison cannot see, and what the run says.
 */
class NastyDatabaseTest {
    private static final List<String> NOTICES = Collections.synchronizedList(new ArrayList<>());
    private static ConnectionUrl source = Server.url("none");
    private static ConnectionUrl sample = Server.url("none");
    private static Optional<SubsetReport> report = Optional.empty();

    @BeforeAll
    static void makeSample() {
        source = NastyDatabase.whole();
        sample = Server.url(Server.newName("sample"));
        SampleConfiguration configuration = SampleConfiguration.parse(
                "diorama.yml", "sample: {tables: {types.picture: all, types.every: all, types.heavy: all}}");
        SubsetRequest request = SubsetRequest.of(source, sample, 1)
                .withConfiguration(Samples.unmasked(configuration))
                .withLimits(SourceLimits.DEFAULT.withJobs(3));
        report = Optional.of(Subsetter.run(request, new SubsetListener() {
            @Override
            public void notice(String message) {
                NOTICES.add(message);
            }
        }));
    }

    @Test
    void saysWhatItLeavesOut() {
        assertThat(NOTICES)
                .containsExactly(
                        "Constraints \"later_check on types.later\", \"legacy_account on keys.legacy\", \"legacy_amount on keys.legacy\": NOT VALID in the source, and so in the sample. VALIDATE CONSTRAINT proves the rows",
                        "Publication \"everything\": left out, since a sample must not replicate",
                        "Subscription \"something\": left out, since a sample must not replicate",
                        "User mappings of foreign servers are left out: a sample must not reach what its source reaches");
    }

    @Test
    void hasNoOrphansButThoseOfTheKeyThatIsNotValid() {
        Orphans.Result orphans = Orphans.in(sample);

        assertThat(orphans.keys()).isEqualTo(33).isEqualTo(report.orElseThrow().declaredKeys());
        assertThat(orphans.orphans()).singleElement().asString().startsWith("legacy_account: ");
        assertThat(report.orElseThrow().validatedKeys()).isEqualTo(32);
    }

    @Test
    void leavesEveryRowAsItWas() {
        RowsAsText.Result result = RowsAsText.compare(source, sample);

        assertThat(result.strangers()).isEmpty();
        assertThat((long) result.rows()).isEqualTo(report.orElseThrow().rows()).isGreaterThan(1_500);
    }

    @Test
    void copiesTheLargeObjectsThatRowsReferTo() {
        String contents = "SELECT format('%s %s', oid, md5(lo_get(oid))) FROM pg_largeobject_metadata";
        String used =
                """
                SELECT count(DISTINCT number)
                FROM (SELECT raster AS number FROM types.picture
                      UNION ALL SELECT thumbnail FROM types.picture
                      UNION ALL SELECT unnest(layers) FROM types.picture
                      UNION ALL SELECT photo FROM code.person) n
                WHERE number > 1""";

        assertThat(Server.query(sample, contents)).hasSize((int) Server.number(sample, used));
        assertThat(Server.query(source, contents)).containsAll(Server.query(sample, contents));
        assertThat(Server.number(sample, "SELECT max(length(lo_get(raster))) FROM types.picture WHERE raster > 1"))
                .isGreaterThan(10_000_000);
    }

    @Test
    void firesNoTriggerAndNoRule() {
        assertThat(Server.query(sample, "SELECT DISTINCT body || changed FROM code.note"))
                .containsExactly("quiet0");
        assertThat(Server.number(sample, "SELECT count(*) FROM code.audit")).isZero();
        assertThat(Server.number(sample, "SELECT count(*) FROM code.swallowed")).isEqualTo(15);
    }

    @Test
    void fillsTheMaterializedViewsThatAreFilled() {
        assertThat(
                        Server.query(
                                sample,
                                "SELECT relname FROM pg_class WHERE relkind = 'm' AND relispopulated ORDER BY relname COLLATE \"C\""))
                .containsExactly("aa_hiding", "aa_top", "secrets", "zz_base", "zz_hidden");
        assertThat(Server.number(sample, "SELECT n FROM code.secrets"))
                .isEqualTo(Server.number(sample, "SELECT count(*) FROM code.secret"));
        assertThat(Server.number(sample, "SELECT n FROM code.aa_hiding")).isEqualTo(5);
    }

    @Test
    void setsSequencesToWhereTheSourceIs() {
        String positions =
                """
                SELECT format('%s %s', sequencename, last_value)
                FROM pg_sequences
                WHERE sequencename <> 'behind_id_seq' AND sequencename <> 'behind_later'
                ORDER BY sequencename""";

        assertThat(Server.query(sample, positions)).isEqualTo(Server.query(source, positions));
        assertThat(Server.query(sample, "SELECT is_called FROM seqs.set_not_called"))
                .containsExactly("f");
        assertThat(Server.number(sample, "SELECT last_value FROM seqs.behind_id_seq"))
                .isEqualTo(Server.number(sample, "SELECT max(id) FROM seqs.behind"));
        assertThat(Server.number(sample, "SELECT last_value FROM seqs.behind_later"))
                .isEqualTo(Server.number(sample, "SELECT max(huge) FROM seqs.behind WHERE huge < 1e6"));
    }

    @Test
    void isADatabaseLikeTheSource() {
        String database =
                """
                SELECT concat_ws(' | ', shobj_description(d.oid, 'pg_database'), d.datacl, s.rolname, e.setting)
                FROM pg_database d
                JOIN pg_db_role_setting r ON r.setdatabase = d.oid
                LEFT JOIN pg_roles s ON s.oid = r.setrole
                CROSS JOIN unnest(r.setconfig) AS e (setting)
                WHERE d.datname = current_database()
                ORDER BY 1""";

        assertThat(Server.query(sample, database))
                .isEqualTo(Server.query(source, database))
                .hasSize(5)
                .first()
                .asString()
                .startsWith("the nasty one | {=T/postgres,postgres=CTc/postgres,nasty_app=Tc/postgres} | ");
    }

    @Test
    void takesStatisticsOfEverythingWithRows() {
        assertThat(
                        Server.query(
                                sample,
                                """
                        SELECT c.oid::regclass
                        FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                          AND c.relispopulated AND c.reltuples < 0"""))
                .isEmpty();
    }

    @Test
    void keepsSecretsOfOtherServersOut() {
        assertThat(Server.number(sample, "SELECT count(*) FROM pg_user_mapping"))
                .isZero();
        assertThat(
                        Server.number(
                                sample,
                                "SELECT (SELECT count(*) FROM pg_publication) + (SELECT count(*) FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid AND d.datname = current_database())"))
                .isZero();
        assertThat(Server.number(sample, "SELECT count(*) FROM pg_event_trigger"))
                .isEqualTo(2);
    }
}
