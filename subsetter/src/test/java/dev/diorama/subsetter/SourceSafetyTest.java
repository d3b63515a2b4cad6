package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.testing.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What a run does to its source. */
class SourceSafetyTest {
    private static final String SHOP =
            """
            CREATE TABLE country (id int PRIMARY KEY);
            CREATE TABLE city (id int PRIMARY KEY, country_id int NOT NULL REFERENCES country, name text);
            CREATE TABLE visit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, city_id int REFERENCES city);
            INSERT INTO country SELECT i FROM generate_series(1, 100) i;
            INSERT INTO city SELECT i, i % 100 + 1, 'city ' || i FROM generate_series(1, 5000) i;
            INSERT INTO visit (city_id) SELECT i % 5000 + 1 FROM generate_series(1, 20000) i;
            CREATE VIEW visits AS SELECT city_id, count(*) FROM visit GROUP BY city_id;
            CREATE MATERIALIZED VIEW names AS SELECT DISTINCT name FROM city;
            """;

    private final ConnectionUrl source = Server.database(SHOP);
    private final ConnectionUrl target = Server.url(Server.newName("sample"));

    @Test
    void locksNothingBeyondAccessShareAndWritesNothing() {
        LockWatch watch = LockWatch.of(source);

        Subsetter.run(
                SubsetRequest.of(source, target, 1).withLimits(SourceLimits.DEFAULT.withJobs(2)),
                SubsetListener.SILENT);

        assertThat(watch.stop()).satisfies(seen -> {
            assertThat(seen.looks()).isPositive();
            assertThat(seen.lockModes()).containsExactly("AccessShareLock");
            assertThat(seen.transactionIds()).isZero();
            assertThat(seen.temporaryRelations()).isZero();
            // Two that copy, the one that holds the snapshot, and pg_dump.
            assertThat(seen.mostSessions()).isLessThanOrEqualTo(4);
        });
        assertThat(Server.isFreeOfRuns()).isTrue();
    }

    @Test
    void needsNoMoreThanWhatTheDocumentationGrants() throws IOException {
        Server.execute(
                source,
                """
                REVOKE ALL ON DATABASE "%s" FROM PUBLIC;
                REVOKE ALL ON SCHEMA public FROM PUBLIC;
                %s
                """
                        .formatted(source.database(), documentedGrants()));
        try {
            Subsetter.run(SubsetRequest.of(source.withUser("diorama_reader", "…"), target, 1), SubsetListener.SILENT);

            assertThat(Server.number(target, "SELECT count(*) FROM visit")).isEqualTo(635);
        } finally {
            // What the role may do is granted in the sample, too.
            Server.execute(target, "DROP OWNED BY diorama_reader");
            Server.execute(source, "DROP OWNED BY diorama_reader; DROP ROLE diorama_reader");
        }
    }

    private String documentedGrants() throws IOException {
        String page = Files.readString(Path.of("../docs/subsetting-safety.md"));
        String start = "```sql\n";
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf("```", from)).replace("shop", source.database());
    }

    @Test
    void isNotEndedByTheTimeLimitsOfItsRole() {
        Server.execute(
                source,
                """
                CREATE ROLE hurried LOGIN SUPERUSER;
                ALTER ROLE hurried SET statement_timeout = 100;
                ALTER ROLE hurried SET lock_timeout = 1;
                ALTER ROLE hurried SET idle_in_transaction_session_timeout = 100;
                ALTER ROLE hurried SET idle_session_timeout = 100;
                """);
        try {
            Subsetter.run(SubsetRequest.of(source.withUser("hurried", "unused"), target, 1), new SubsetListener() {
                @Override
                public void phaseStarted(PhaseName phase) {
                    Server.query(source, "SELECT pg_sleep(0.15)");
                }
            });

            assertThat(Server.number(target, "SELECT count(*) FROM visit")).isEqualTo(635);
        } finally {
            Server.execute(source, "DROP ROLE hurried");
        }
    }

    @Test
    void seesOneMomentInEveryConnection() {
        Subsetter.run(SubsetRequest.of(source, target, 1), new SubsetListener() {
            @Override
            public void phaseStarted(PhaseName phase) {
                if (phase == PhaseName.COUNT) {
                    Server.execute(source, "UPDATE city SET name = 'changed'; CREATE TABLE late (id int)");
                }
            }
        });

        assertThat(Server.query(target, "SELECT count(*) FROM city WHERE name = 'changed'"))
                .containsExactly("0");
        assertThat(Server.query(target, "SELECT to_regclass('late')")).containsExactly("null");
    }

    @Test
    void restsAfterEachBatchOfRows() throws InterruptedException {
        AtomicInteger batches = new AtomicInteger();
        CountDownLatch resting = new CountDownLatch(1);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        SubsetListener listener = new SubsetListener() {
            @Override
            public void rowsCopied(TableName table, long rows, long bytes) {
                batches.incrementAndGet();
                resting.countDown();
            }
        };
        SourceLimits slow = SourceLimits.DEFAULT.withJobs(1).withPauseBetweenBatches(Duration.ofDays(1));
        Thread run = Thread.ofPlatform().start(() -> {
            try {
                Subsetter.run(SubsetRequest.of(source, target, 1).withLimits(slow), listener);
            } catch (RuntimeException e) {
                ended.completeExceptionally(e);
            }
        });

        resting.await();
        run.interrupt();

        assertThat(ended.handle((done, failure) -> failure.getMessage()).join())
                .isEqualTo("The run was interrupted; nothing of it is left behind");
        assertThat(batches).hasValue(1);
        assertThat(Server.databases()).doesNotContain(target.database());
    }

    @Test
    void saysWhichTableIsLockedAndByWhom() throws Exception {
        try (Connection holder = source.connect();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("LOCK TABLE city IN ACCESS EXCLUSIVE MODE");
            int process = holder.unwrap(PGConnection.class).getBackendPID();

            assertThat(failure(SourceLimits.DEFAULT.withLockTimeout(Duration.ofMillis(200))))
                    .isEqualTo(
                            "The source, %s, waited longer than 200ms for a lock: \"public\".\"city\" is locked by process %d there. Try again when it is free, or wait longer with --lock-timeout"
                                    .formatted(source, process));
        }
    }

    @Test
    void endsStatementsThatTakeTooLong() {
        Server.execute(
                source, "CREATE FUNCTION slow() RETURNS boolean LANGUAGE sql AS 'SELECT pg_sleep(60) IS NOT NULL'");
        SampleConfiguration slow =
                SampleConfiguration.parse("diorama.yml", "sample: {tables: {visit: {where: \"public.slow()\"}}}");

        assertThat(failure(SubsetRequest.of(source, target, 1)
                        .withConfiguration(slow)
                        .withLimits(SourceLimits.DEFAULT.withStatementTimeout(Duration.ofMillis(500)))))
                .isEqualTo(
                        "A statement on the source, %s, took longer than 500ms: allow more with --statement-timeout, or let the law keep fewer rows"
                                .formatted(source));
    }

    private String failure(SourceLimits limits) {
        return failure(SubsetRequest.of(source, target, 1).withLimits(limits));
    }

    private String failure(SubsetRequest request) {
        SubsetException failure =
                catchThrowableOfType(SubsetException.class, () -> Subsetter.run(request, SubsetListener.SILENT));
        assertThat(Server.databases()).doesNotContain(target.database());
        assertThat(Server.isFreeOfRuns()).isTrue();
        return String.valueOf(failure.getMessage());
    }
}
