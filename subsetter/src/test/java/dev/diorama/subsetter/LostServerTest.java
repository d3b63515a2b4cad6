package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.delivery.ExistingTarget;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.testing.OtherServer;
import dev.diorama.subsetter.testing.Programs;
import dev.diorama.subsetter.testing.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that break, and servers that go, while a run is to replace a sample. */
class LostServerTest {
    private static final ConnectionUrl SUPERUSER = Server.url("postgres");
    private static final String LOST =
            "The connection to the %s, %s, was lost: %s. Run it again once the server answers";
    private static final String TERMINATED = "terminating connection due to administrator command";
    private static final String COPYING = "Database connection failed when starting copy";
    private static final String SHOP =
            """
            CREATE TABLE country (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
            CREATE TABLE city (id int PRIMARY KEY, country_id int NOT NULL REFERENCES country);
            INSERT INTO country SELECT FROM generate_series(1, 10) i;
            INSERT INTO city SELECT i, i % 10 + 1 FROM generate_series(1, 1000) i;
            CREATE MATERIALIZED VIEW cities AS SELECT count(*) FROM city;
            """;
    private static final String OLD = "CREATE TABLE memory AS SELECT 'old' AS of_things";

    private final ConnectionUrl source = Server.database(SHOP);
    private final ConnectionUrl target = Server.database(OLD);
    private final List<String> notices = new ArrayList<>();

    @AfterEach
    void remove() {
        Server.execute(SUPERUSER, "DROP DATABASE \"%s\" WITH (FORCE)".formatted(target.database()));
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNT", "SELECT", "CONSTRAINTS"})
    void sourceEndsTheSessions(PhaseName phase) {
        assertThat(failure(at(phase, () -> end(source.database()))))
                .isEqualTo(LOST.formatted("source", source, phase == PhaseName.COUNT ? COPYING : TERMINATED));
        assertNothingHappened();
    }

    @Test
    void sourceEndsTheSessionThatHoldsTheSnapshot() {
        assertThat(failure(at(PhaseName.COPY, () -> end(source.database()))))
                .isEqualTo(LOST.formatted("source", source, TERMINATED));
        assertNothingHappened();
    }

    @Test
    void sourceEndsTheSessionsThatCopy() {
        assertThat(failure(afterABatch(() -> end(source.database()))))
                .isEqualTo(LOST.formatted("source", source, COPYING));
        assertNothingHappened();
    }

    @ParameterizedTest
    @EnumSource(names = {"FINISH", "VERIFY"})
    void targetEndsTheSessions(PhaseName phase) {
        assertThat(withoutTemporaryName(failure(at(phase, () -> end("diorama_building_%")))))
                .isEqualTo(LOST.formatted("target", inBuilding(), TERMINATED));
        assertNothingHappened();
    }

    @Test
    void targetEndsTheSessionsThatCopy() {
        assertThat(withoutTemporaryName(failure(afterABatch(() -> end("diorama_building_%")))))
                .isEqualTo(LOST.formatted(
                        "target", inBuilding(), COPYING + " (if its server stopped, its log says why: a full disk?)"));
        assertNothingHappened();
    }

    @Test
    void targetEndsTheSessionsOfPgRestore() {
        Server.execute(
                source,
                """
                CREATE FUNCTION nap(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS
                    $$ BEGIN IF current_database() ~ '^diorama' THEN PERFORM pg_sleep(60); END IF; RETURN 1; END $$;
                CREATE INDEX ON city (nap(id));
                """);
        CompletableFuture<String> failure =
                CompletableFuture.supplyAsync(() -> withoutTemporaryName(failure(SubsetListener.SILENT)));
        while (Server.number(
                        SUPERUSER,
                        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname ~ '^diorama'")
                == 0) {
            Thread.onSpinWait();
        }

        assertThat(failure.join()).isEqualTo(LOST.formatted("target", inBuilding(), TERMINATED));
        assertNothingHappened();
    }

    @Test
    void sourceIsStopped() {
        try (OtherServer server = OtherServer.start()) {
            ConnectionUrl elsewhere = server.database("shop", SHOP);

            assertThat(failure(replacing(elsewhere, target), at(PhaseName.SELECT, server::close)))
                    .isEqualTo(LOST.formatted("source", elsewhere, TERMINATED));
        }
        assertNothingHappened();
    }

    @Test
    void targetIsStopped() {
        try (OtherServer server = OtherServer.start()) {
            ConnectionUrl elsewhere = server.url("sample");

            assertThat(failure(SubsetRequest.of(source, elsewhere, 1), at(PhaseName.COPY, server::close)))
                    .isEqualTo(
                            "No connection to postgresql://postgres@localhost:%1$d/postgres: is a server listening on localhost port %1$d, and may this machine reach it?"
                                    .formatted(elsewhere.port()));
            assertThat(notices).singleElement().satisfies(notice -> assertThat(withoutTemporaryName(notice))
                    .isEqualTo(
                            "The temporary database \"diorama_building_…\" at localhost port %1$d could not be removed: drop it, or leave that to the next run. The reason: No connection to postgresql://postgres@localhost:%1$d/postgres: is a server listening on localhost port %1$d, and may this machine reach it?"
                                    .formatted(elsewhere.port())));
        }
        assertThat(Server.isFreeOfRuns()).isTrue();
    }

    @Test
    void targetCrashes() {
        try (OtherServer server = OtherServer.start()) {
            ConnectionUrl elsewhere = server.database("sample", OLD);
            SubsetRequest request = SubsetRequest.of(source, elsewhere, 1).withExisting(ExistingTarget.REPLACE);

            assertThat(failure(request, afterABatch(() -> crash(server))))
                    .startsWith("The connection to the target, postgresql://postgres@localhost:%d/diorama_building_"
                            .formatted(elsewhere.port()));
            server.awaitConnections();

            assertThat(Server.query(elsewhere, "SELECT of_things FROM memory")).containsExactly("old");
            Subsetter.run(request, SubsetListener.SILENT);
            assertThat(Server.number(elsewhere, "SELECT count(*) FROM city")).isEqualTo(77);
            assertThat(Server.query(elsewhere, "SELECT datname FROM pg_database WHERE datname ~ '^diorama'"))
                    .isEmpty();
        }
    }

    private String failure(SubsetListener listener) {
        return failure(replacing(source, target), listener);
    }

    private static SubsetRequest replacing(ConnectionUrl source, ConnectionUrl target) {
        return SubsetRequest.of(source, target, 1).withExisting(ExistingTarget.REPLACE);
    }

    private static String failure(SubsetRequest request, SubsetListener listener) {
        SubsetRequest oneByOne = request.withLimits(SourceLimits.DEFAULT.withJobs(1));
        return String.valueOf(catchThrowableOfType(SubsetException.class, () -> Subsetter.run(oneByOne, listener))
                .getMessage());
    }

    private void assertNothingHappened() {
        assertThat(Server.query(target, "SELECT of_things FROM memory")).containsExactly("old");
        assertThat(Server.databases()).noneMatch(name -> name.startsWith("diorama_"));
        assertThat(Server.isFreeOfRuns()).isTrue();
        assertThat(notices).isEmpty();
    }

    private SubsetListener at(PhaseName phase, Runnable misfortune) {
        return new SubsetListener() {
            @Override
            public void phaseStarted(PhaseName started) {
                if (started == phase) {
                    misfortune.run();
                }
            }

            @Override
            public void notice(String message) {
                notices.add(message);
            }
        };
    }

    private static SubsetListener afterABatch(Runnable misfortune) {
        AtomicBoolean happened = new AtomicBoolean();
        return new SubsetListener() {
            @Override
            public void rowsCopied(TableName table, long rows, long bytes) {
                if (!happened.getAndSet(true)) {
                    misfortune.run();
                }
            }
        };
    }

    /** Waits for their end, which takes an instant. */
    private static void end(String database) {
        String others = "FROM pg_stat_activity WHERE datname LIKE '%s' AND pid <> pg_backend_pid()".formatted(database);
        Server.query(SUPERUSER, "SELECT pg_terminate_backend(pid) " + others);
        while (Server.number(SUPERUSER, "SELECT count(*) " + others) > 0) {
            Thread.onSpinWait();
        }
    }

    /** A server ends all its sessions when one of them is killed, since that one may have left its memory broken. */
    private static void crash(OtherServer server) {
        String backend = Server.query(
                        server.url("postgres"), "SELECT pid FROM pg_stat_activity WHERE datname ~ '^diorama' LIMIT 1")
                .getFirst();
        Programs.run("kill", "-KILL", backend);
    }

    private ConnectionUrl inBuilding() {
        return target.withDatabase("diorama_building_…");
    }

    private static String withoutTemporaryName(String message) {
        return message.replaceAll("diorama_building_\\d+_[0-9a-f]{8}", "diorama_building_…");
    }
}
