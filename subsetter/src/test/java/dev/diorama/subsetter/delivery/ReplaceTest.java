package dev.diorama.subsetter.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.testing.OtherServer;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A target that holds something already. */
class ReplaceTest {
    private static final ConnectionUrl SUPERUSER = Server.url("postgres");
    private static final String OLD = "CREATE TABLE memory AS SELECT 'old' AS of_things";
    private static final String NEW = "CREATE TABLE memory AS SELECT 'new' AS of_things";
    private static final String BREAKING_ITS_KEY =
            """
            CREATE TABLE country (id int PRIMARY KEY);
            CREATE TABLE town (id int PRIMARY KEY, country_id int REFERENCES country);
            ALTER TABLE town DISABLE TRIGGER ALL;
            INSERT INTO town VALUES (1, 4711);
            """;

    private final ConnectionUrl target = Server.database(OLD);
    private final List<String> notices = new ArrayList<>();

    @AfterEach
    void nothingIsLeftBehind() {
        Server.execute(SUPERUSER, "DROP DATABASE IF EXISTS \"%s\" WITH (FORCE)".formatted(target.database()));
        for (String role : Server.query(SUPERUSER, "SELECT rolname FROM pg_roles WHERE rolname ~ '^replace_'")) {
            Server.execute(SUPERUSER, "DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
        }
        assertThat(Server.databases()).noneMatch(name -> name.startsWith("diorama_"));
        assertThat(Server.isFreeOfRuns()).isTrue();
    }

    @Test
    void putsTheSampleInItsPlace() {
        replace(NEW, SUPERUSER.user());

        assertThat(memory()).isEqualTo("new");
        assertThat(notices).isEmpty();
    }

    @Test
    void keepsWhatPeopleSaidOfTheDatabase() {
        Server.execute(
                SUPERUSER,
                """
                CREATE ROLE replace_owner;
                CREATE ROLE replace_reader;
                COMMENT ON DATABASE %1$s IS 'Ours';
                REVOKE ALL ON DATABASE %1$s FROM PUBLIC;
                GRANT CONNECT ON DATABASE %1$s TO replace_reader WITH GRANT OPTION;
                GRANT TEMPORARY ON DATABASE %1$s TO PUBLIC;
                ALTER DATABASE %1$s SET search_path = "$user", public, "Odd one";
                ALTER DATABASE %1$s SET application.tenant = 'a=b, ''c''';
                ALTER ROLE replace_reader IN DATABASE %1$s SET statement_timeout = '1min';
                ALTER DATABASE %1$s CONNECTION LIMIT 7;
                ALTER DATABASE %1$s IS_TEMPLATE true;
                ALTER DATABASE %1$s OWNER TO replace_owner;
                """
                        .formatted(target.database()));
        List<String> before = traits();

        replace(NEW, SUPERUSER.user());

        assertThat(memory()).isEqualTo("new");
        assertThat(traits()).hasSizeGreaterThan(5).isEqualTo(before);
        assertThat(notices).isEmpty();
        Server.execute(SUPERUSER, "ALTER DATABASE %s IS_TEMPLATE false".formatted(target.database()));
    }

    @Test
    void saysWhatItCouldNotKeep() {
        Server.execute(
                SUPERUSER,
                """
                CREATE ROLE replace_builder LOGIN CREATEDB;
                ALTER DATABASE %1$s OWNER TO replace_builder;
                ALTER DATABASE %1$s SET log_statement = 'all';
                """
                        .formatted(target.database()));

        replace(NEW, "replace_builder");

        assertThat(memory()).isEqualTo("new");
        assertThat(notices)
                .containsExactly(
                        "The database \"%s\" does not keep a setting \"log_statement\" that it had: permission denied to set parameter \"log_statement\""
                                .formatted(target.database()));
    }

    @Test
    void isSeenAsTheOneOrTheOtherByWhoeverComesBackAgainAndAgain() throws InterruptedException {
        AtomicBoolean stopped = new AtomicBoolean();
        CountDownLatch looking = new CountDownLatch(8);
        List<CompletableFuture<List<String>>> visitors = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            visitors.add(CompletableFuture.supplyAsync(() -> visit(stopped, looking)));
        }
        looking.await();

        replace(NEW, SUPERUSER.user());
        stopped.set(true);

        Set<String> seen = new TreeSet<>();
        visitors.forEach(visitor -> seen.addAll(visitor.join()));
        // Ended while it asked or waited, or told that the old one is gone.
        assertThat(seen).contains("old").isSubsetOf("old", "new", "57P01", "3D000", "08006");
        assertThat(memory()).isEqualTo("new");
    }

    @Test
    void isUntouchedWhereTheSampleFails() {
        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> replace(BREAKING_ITS_KEY, SUPERUSER.user()))
                .withMessageStartingWith("The sample does not satisfy the schema");

        assertThat(memory()).isEqualTo("old");
    }

    @Test
    void isUntouchedWhileSomebodyIsInItWhoMayNotBeSentAway() throws SQLException {
        Server.execute(
                SUPERUSER,
                "CREATE ROLE replace_builder LOGIN CREATEDB; ALTER DATABASE %s OWNER TO replace_builder"
                        .formatted(target.database()));
        try (Connection visitor = target.connect();
                Connection own = target.withUser("replace_builder", "unused").connect()) {
            visitor.setClientInfo("ApplicationName", "psql");
            long process = number(visitor, "SELECT pg_backend_pid()");

            assertThatExceptionOfType(SubsetException.class)
                    .isThrownBy(() -> replace(NEW, "replace_builder"))
                    .withMessage(
                            "The database \"%s\" at localhost port %d cannot be replaced while others are in it whose sessions role \"replace_builder\" may not end: process %d of role \"postgres\" (psql). End them, or run there as a superuser: GRANT pg_signal_backend TO \"replace_builder\"; The database is as it was, and the sample is removed"
                                    .formatted(target.database(), target.port(), process));

            assertThat(number(visitor, "SELECT count(*) FROM memory")).isOne();
            assertThat(number(own, "SELECT 1")).isOne();
        }
        assertThat(memory()).isEqualTo("old");
    }

    @Test
    void belongsToSomebodyElse() {
        Server.execute(SUPERUSER, "CREATE ROLE replace_builder LOGIN CREATEDB");

        assertThat(failure("replace_builder"))
                .isEqualTo(
                        "The target database \"%s\" at localhost port %d belongs to role \"postgres\", and \"replace_builder\" may not replace it. Run there as a superuser: GRANT \"postgres\" TO \"replace_builder\";"
                                .formatted(target.database(), target.port()));
        assertThat(memory()).isEqualTo("old");
    }

    @Test
    void isReplicated() {
        try (OtherServer server = OtherServer.start(builder -> builder.setServerConfig("wal_level", "logical"))) {
            ConnectionUrl replicated = server.database("replicated", OLD);
            Server.query(replicated, "SELECT pg_create_logical_replication_slot('slot', 'test_decoding')");

            assertThatExceptionOfType(SubsetException.class)
                    .isThrownBy(() -> Subsetter.run(replacing(Server.database(NEW), replicated), SubsetListener.SILENT))
                    .withMessage(
                            "The target database \"replicated\" at localhost port %d is replicated: drop its subscriptions and replication slots, or choose another name"
                                    .formatted(replicated.port()));
        }
    }

    @Test
    void isRefusedWhereItWasFilledDuringTheRun() {
        ConnectionUrl later = Server.url(Server.newName("sample"));
        SubsetListener filling = new SubsetListener() {
            @Override
            public void phaseStarted(PhaseName phase) {
                if (phase == PhaseName.DELIVER) {
                    Server.execute(SUPERUSER, "CREATE DATABASE \"%s\"".formatted(later.database()));
                    Server.execute(later, OLD);
                }
            }
        };

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> Subsetter.run(SubsetRequest.of(Server.database(NEW), later, 1), filling))
                .withMessage(
                        "The target database \"%s\" at localhost port %d is not empty: it holds a table. Choose another name, or replace it with --replace"
                                .formatted(later.database(), later.port()));
        assertThat(Server.query(later, "SELECT * FROM memory")).containsExactly("old");
    }

    @Test
    void isTheSourceUnderAnotherAddress() {
        ConnectionUrl alias = ConnectionUrl.parse(
                "postgresql://postgres@127.0.0.1:%d/%s".formatted(target.port(), target.database()));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Subsetter.run(replacing(target, alias), SubsetListener.SILENT))
                .withMessage("The target, %s, is the source itself, or its primary: name another database as the target"
                        .formatted(alias));
        assertThat(memory()).isEqualTo("old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "template0", "template1"})
    void isNeverWhatTheServerNeeds(String database) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Subsetter.run(replacing(target, Server.url(database)), SubsetListener.SILENT))
                .withMessage("The target cannot be \"%s\", which the server needs for itself: name another database"
                        .formatted(database));
    }

    private void replace(String source, String role) {
        Subsetter.run(replacing(Server.database(source), target.withUser(role, "unused")), new SubsetListener() {
            @Override
            public void notice(String message) {
                notices.add(message);
            }
        });
    }

    private String failure(String role) {
        return String.valueOf(catchThrowableOfType(SubsetException.class, () -> replace(NEW, role))
                .getMessage());
    }

    private static SubsetRequest replacing(ConnectionUrl source, ConnectionUrl target) {
        return SubsetRequest.of(source, target, 1).withExisting(ExistingTarget.REPLACE);
    }

    private String memory() {
        return Server.query(target, "SELECT of_things FROM memory").getFirst();
    }

    private List<String> traits() {
        return Server.query(
                SUPERUSER,
                """
                SELECT concat_ws(' ', pg_get_userbyid(datdba), datconnlimit, datistemplate, datallowconn,
                                 shobj_description(oid, 'pg_database'))
                FROM pg_database WHERE datname = '%1$s'
                UNION ALL
                SELECT * FROM (
                    SELECT acl::text FROM pg_database, unnest(datacl) acl WHERE datname = '%1$s' ORDER BY acl::text) acls
                UNION ALL
                SELECT * FROM (
                    SELECT setrole::regrole || ' ' || setting
                    FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase, unnest(setconfig) setting
                    WHERE datname = '%1$s' ORDER BY 1) settings"""
                        .formatted(target.database()));
    }

    private List<String> visit(AtomicBoolean stopped, CountDownLatch looking) {
        List<String> seen = new ArrayList<>();
        while (!stopped.get()) {
            try (Connection connection = Server.connect(target);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT of_things FROM memory")) {
                row.next();
                seen.add(row.getString(1));
                looking.countDown();
            } catch (SQLException e) {
                seen.add(String.valueOf(e.getSQLState()));
            }
        }
        return seen;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
