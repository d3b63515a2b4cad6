package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.delivery.ExistingTarget;
import dev.diorama.subsetter.failure.ConflictWithRecovery;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.testing.LoadBalancer;
import dev.diorama.subsetter.testing.OtherServer;
import dev.diorama.subsetter.testing.Programs;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is a streaming replica, which replays its primary's changes at once, whomever it disturbs. */
class ReplicaTest {
    private static final String SHOP =
            """
            CREATE TABLE country (id int PRIMARY KEY);
            CREATE TABLE city (id int PRIMARY KEY, country_id int NOT NULL REFERENCES country);
            INSERT INTO country SELECT i FROM generate_series(1, 10) i;
            INSERT INTO city SELECT i, i % 10 + 1 FROM generate_series(1, 10000) i;
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static final List<OtherServer> SERVERS = new ArrayList<>();

    private final List<String> notices = new ArrayList<>();
    private final ConnectionUrl target = Server.url(Server.newName("sample"));

    @BeforeAll
    static void replicate() {
        Path basebackup = Programs.require("pg_basebackup", "PostgreSQL's client programs");
        OtherServer primary = OtherServer.start();
        SERVERS.add(primary);
        primary.database("shop", SHOP);
        Path data = folder.resolve("replica");
        Programs.run(
                basebackup.toString(),
                "--dbname=" + primary.url("postgres"),
                "--pgdata=" + data,
                "--write-recovery-conf",
                "--checkpoint=fast");
        SERVERS.add(OtherServer.start(builder -> builder.setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_standby_streaming_delay", "0")));
    }

    @AfterAll
    static void stop() {
        SERVERS.reversed().forEach(OtherServer::close);
    }

    @Test
    void isSampledLikeAnyOther() {
        Subsetter.run(SubsetRequest.of(replica(), target, 1), SubsetListener.SILENT);

        assertThat(Server.number(target, "SELECT count(*) FROM city")).isEqualTo(390);
    }

    @Test
    void beginsAgainWhereReplayEndedWhatItRead() {
        Subsetter.run(SubsetRequest.of(replica(), target, 1), disturbedBefore(PhaseName.COPY, 1));

        assertThat(notices)
                .containsExactly(
                        "The source is a replica and had to replay changes of its primary: beginning again (2 of 3)");
        assertThat(Server.number(target, "SELECT count(*) FROM city")).isEqualTo(390);
    }

    @Test
    void givesUpAfterThreeAttempts() {
        assertThatExceptionOfType(ConflictWithRecovery.class)
                .isThrownBy(() ->
                        Subsetter.run(SubsetRequest.of(replica(), target, 1), disturbedBefore(PhaseName.SELECT, 3)))
                .withMessage(
                        "The source, %s, is a replica and had to replay changes of its primary that take away what this run still reads. Set hot_standby_feedback = on there, or raise max_standby_streaming_delay, or sample when the primary changes less"
                                .formatted(replica()));

        assertThat(notices)
                .containsExactly(
                        "The source is a replica and had to replay changes of its primary: beginning again (2 of 3)",
                        "The source is a replica and had to replay changes of its primary: beginning again (3 of 3)");
        assertThat(Server.databases())
                .doesNotContain(target.database())
                .noneMatch(name -> name.startsWith("diorama_building"));
        assertThat(Server.isFreeOfRuns(replica())).isTrue();
    }

    @Test
    void isNotReplacedByItsSampleOnThePrimary() {
        ConnectionUrl onThePrimary = SERVERS.getFirst().url("shop");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Subsetter.run(
                        SubsetRequest.of(replica(), onThePrimary, 1).withExisting(ExistingTarget.REPLACE),
                        SubsetListener.SILENT))
                .withMessage("The target, %s, is the source itself, or its primary: name another database as the target"
                        .formatted(onThePrimary));
    }

    @Test
    void isNoTarget() {
        ConnectionUrl onTheReplica = SERVERS.getLast().url("sample");

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> Subsetter.run(SubsetRequest.of(replica(), onTheReplica, 1), SubsetListener.SILENT))
                .withMessage(
                        "The target's server, localhost port %d, can only be read, as a replica can: name its primary as the target"
                                .formatted(onTheReplica.port()));
    }

    @Test
    void isNotSampledThroughALoadBalancer() throws IOException {
        try (LoadBalancer balancer =
                LoadBalancer.before(replica(), SERVERS.getFirst().url("shop"))) {
            ConnectionUrl balanced =
                    ConnectionUrl.parse("postgresql://postgres@localhost:%d/shop".formatted(balancer.port()));

            assertThatExceptionOfType(SubsetException.class)
                    .isThrownBy(() -> Subsetter.run(SubsetRequest.of(balanced, target, 1), SubsetListener.SILENT))
                    .withMessage(
                            "The connections to the source, %s, lead to different servers, which cannot share a snapshot. Name one of them, not a load balancer"
                                    .formatted(balanced));
        }
    }

    private static ConnectionUrl replica() {
        return SERVERS.getLast().url("shop");
    }

    /** Has the primary remove old versions of rows, and the replica replay that, before a phase of some attempts. */
    private SubsetListener disturbedBefore(PhaseName phase, int attempts) {
        return new SubsetListener() {
            private int disturbances;

            @Override
            public void phaseStarted(PhaseName started) {
                if (started == phase && disturbances < attempts) {
                    disturbances++;
                    disturb();
                }
            }

            @Override
            public void notice(String message) {
                notices.add(message);
            }
        };
    }

    private static void disturb() {
        ConnectionUrl primary = SERVERS.getFirst().url("shop");
        Server.execute(primary, "UPDATE city SET id = id");
        Server.execute(primary, "VACUUM city");
        String position =
                Server.query(primary, "SELECT pg_current_wal_insert_lsn()").getFirst();
        String replayed =
                "SELECT count(*) FROM pg_sleep(0.02), pg_stat_replication WHERE replay_lsn >= '%s'".formatted(position);
        while (Server.number(primary, replayed) == 0) {
            Thread.onSpinWait();
        }
    }
}
