package dev.diorama.subsetter.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.report.PhaseName;
import dev.diorama.subsetter.testing.Server;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target's role that may not connect to the database "postgres". */
class ClosedMaintenanceDatabaseTest {
    private static final ConnectionUrl SUPERUSER = Server.url("postgres");
    private static final String FITTING = "CREATE TABLE thing (id int); INSERT INTO thing VALUES (1)";
    private static final String BREAKING_ITS_KEY =
            """
            CREATE TABLE country (id int PRIMARY KEY);
            CREATE TABLE town (id int PRIMARY KEY, country_id int REFERENCES country);
            ALTER TABLE town DISABLE TRIGGER ALL;
            INSERT INTO town VALUES (1, 4711);
            """;

    private final List<String> notices = new CopyOnWriteArrayList<>();

    @BeforeEach
    void closePostgres() {
        Server.execute(SUPERUSER, "CREATE ROLE builder LOGIN CREATEDB");
        Server.execute(SUPERUSER, "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
    }

    @AfterEach
    void openItAgain() {
        Server.execute(SUPERUSER, "GRANT CONNECT ON DATABASE postgres, template1 TO PUBLIC");
        Server.query(SUPERUSER, "SELECT datname FROM pg_database WHERE datdba = 'builder'::regrole")
                .forEach(name -> Server.execute(SUPERUSER, "DROP DATABASE \"%s\"".formatted(name)));
        Server.execute(SUPERUSER, "DROP ROLE builder");
    }

    @Test
    void makesASampleThere() {
        ConnectionUrl target = run(FITTING, SubsetListener.SILENT);

        assertThat(Server.number(target, "SELECT count(*) FROM thing")).isEqualTo(1);
        assertThat(ownedByBuilder()).containsExactly(target.database());
    }

    @Test
    void replacesAnEmptyDatabaseThere() {
        ConnectionUrl target = target();
        Server.execute(SUPERUSER, "CREATE DATABASE %s OWNER builder".formatted(target.database()));

        Subsetter.run(SubsetRequest.of(Server.database(FITTING), target, 1), SubsetListener.SILENT);

        assertThat(Server.number(target, "SELECT count(*) FROM thing")).isEqualTo(1);
        assertThat(ownedByBuilder()).containsExactly(target.database());
    }

    @Test
    void letsOthersCopyTemplate1Meanwhile() {
        run(FITTING, new SubsetListener() {
            @Override
            public void phaseStarted(PhaseName phase) {
                if (phase == PhaseName.COPY) {
                    Server.database("");
                    notices.add("copied");
                }
            }
        });

        assertThat(notices).containsExactly("copied");
    }

    @Test
    void removesTheDatabaseOfAFailedRun() {
        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> run(BREAKING_ITS_KEY, listener(() -> {})))
                .withMessageStartingWith("The sample does not satisfy the schema");

        assertThat(ownedByBuilder()).isEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void tellsOfADatabaseThatStays() {
        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> run(
                        BREAKING_ITS_KEY,
                        listener(() -> Server.execute(SUPERUSER, "REVOKE CONNECT ON DATABASE template1 FROM PUBLIC"))))
                .withMessageStartingWith("The sample does not satisfy the schema");

        assertThat(notices)
                .containsExactly(
                        "The temporary database \"%s\" at localhost port %d could not be removed: drop it, or leave that to the next run. The reason: No connection to postgresql://builder@localhost:%2$d/template1: permission denied for database \"template1\""
                                .formatted(ownedByBuilder().getFirst(), Server.port()));
    }

    @Test
    void saysWhatIsMissingWhereTemplate1IsClosedToo() {
        Server.execute(SUPERUSER, "REVOKE CONNECT ON DATABASE template1 FROM PUBLIC");

        assertThatExceptionOfType(SubsetException.class)
                .isThrownBy(() -> run(FITTING, SubsetListener.SILENT))
                .withMessage(
                        "Role \"builder\" must connect to \"postgres\" or \"template1\" at localhost port %1$d to make the target database, and cannot. Run there as a superuser: GRANT CONNECT ON DATABASE postgres TO \"builder\"; The reasons: No connection to postgresql://builder@localhost:%1$d/postgres: permission denied for database \"postgres\"; No connection to postgresql://builder@localhost:%1$d/template1: permission denied for database \"template1\""
                                .formatted(Server.port()));
    }

    private static ConnectionUrl run(String source, SubsetListener listener) {
        ConnectionUrl target = target();
        Subsetter.run(SubsetRequest.of(Server.database(source), target, 1), listener);
        return target;
    }

    private static ConnectionUrl target() {
        return Server.url(Server.newName("sample")).withUser("builder", "unused");
    }

    private SubsetListener listener(Runnable beforeConstraints) {
        return new SubsetListener() {
            @Override
            public void phaseStarted(PhaseName phase) {
                if (phase == PhaseName.CONSTRAINTS) {
                    beforeConstraints.run();
                }
            }

            @Override
            public void notice(String message) {
                notices.add(message);
            }
        };
    }

    private static List<String> ownedByBuilder() {
        return Server.query(SUPERUSER, "SELECT datname FROM pg_database WHERE datdba = 'builder'::regrole");
    }
}
