package dev.diorama.subsetter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Server;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Databases, roles and privileges that do not do. */
class BadInputTest extends Mistakes {
    @Test
    void noConnection() throws IOException {
        int port = freePort();

        fails(
                1,
                "No connection to postgresql://ann@localhost:%1$d/shop: is a server listening on localhost port %1$d, and may this machine reach it?"
                        .formatted(port),
                "--source",
                "postgresql://ann:s3cret@localhost:%d/shop".formatted(port));
    }

    @Test
    void wrongPassword() {
        Server.execute(source, "CREATE ROLE guarded LOGIN PASSWORD 'right'");
        try {
            Server.requirePassword("guarded");
            String url = "postgresql://guarded:s3cret@localhost:%d/%s".formatted(Server.port(), source.database());
            fails(
                    1,
                    "Wrong password for role \"guarded\" at postgresql://guarded@localhost:%d/%s: set the right one in the URL, PGPASSWORD or .pgpass"
                            .formatted(Server.port(), source.database()),
                    "--source",
                    url);
        } finally {
            Server.requireNoPassword();
            Server.execute(source, "DROP ROLE guarded");
        }
    }

    @Test
    void unknownDatabase() {
        fails(
                1,
                "There is no database \"nowhere\" at localhost port %d: check the name in the URL"
                        .formatted(Server.port()),
                "--source",
                Server.url("nowhere").toString());
    }

    @Test
    void noPrivilegeOnTables() {
        Server.execute(source, "CREATE ROLE reader LOGIN; GRANT SELECT ON country TO reader");
        try {
            fails(
                    1,
                    """
                    Role "reader" may not read tables "Hidden", "secret". Run as the owner of the tables:
                    GRANT SELECT ON "public"."Hidden" TO "reader";
                    GRANT SELECT ON "public"."secret" TO "reader";""",
                    "--source",
                    asRole("reader"));
        } finally {
            Server.execute(source, "DROP OWNED BY reader; DROP ROLE reader");
        }
    }

    @Test
    void rowLevelSecurityThatHidesRows() {
        Server.execute(
                source,
                """
                CREATE ROLE reader LOGIN;
                GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader;
                ALTER TABLE secret ENABLE ROW LEVEL SECURITY;
                """);
        try {
            fails(
                    1,
                    "Row-level security hides rows of table \"secret\" from role \"reader\". Connect as a role with BYPASSRLS, or as the owner",
                    "--source",
                    asRole("reader"));
        } finally {
            Server.execute(source, "DROP OWNED BY reader; DROP ROLE reader");
        }
    }

    @Test
    void anIndexWhoseFunctionFindsNothing() {
        ConnectionUrl relying = Server.database(
                """
                CREATE FUNCTION plain(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
                CREATE FUNCTION found(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT plain(t)';
                CREATE TABLE word (id int PRIMARY KEY, t text);
                INSERT INTO word VALUES (1, 'A');
                CREATE INDEX ON word (found(t));
                """);
        databases = Server.databases();

        fails(
                1,
                "The source, %s, refused a statement: function plain(text) does not exist. Function \"found\" names it without its schema: ALTER FUNCTION … SET search_path in the source lets it be found"
                        .formatted(relying),
                "--source",
                relying.toString());
    }

    @Test
    void targetNotEmpty() {
        ConnectionUrl other = Server.database("CREATE TABLE a (); CREATE TABLE b (); CREATE TABLE c ()");
        databases = Server.databases();

        fails(
                1,
                "The target database \"%s\" at localhost port %d is not empty: it holds 3 tables. Choose another name, or replace it with --replace"
                        .formatted(other.database(), Server.port()),
                "--source",
                source.toString(),
                "--target",
                other.toString());
    }

    @Test
    void targetIsTheSource() {
        fails(
                2,
                "The target, %s, is the source itself, or its primary: name another database as the target"
                        .formatted(source),
                "--source",
                source.toString(),
                "--target",
                source.toString());
    }

    @Test
    void targetRoleWithoutTheRightToCreateDatabases() {
        Server.execute(source, "CREATE ROLE modest LOGIN");
        try {
            CommandLines.Result result = CommandLines.subset(
                    "--source",
                    source.toString(),
                    "--target",
                    "postgresql://modest@localhost:%d/%s".formatted(Server.port(), target.database()));
            assertThat(result.errors())
                    .isEqualTo(
                            "diorama: Role \"modest\" may not create databases at localhost port %d. Run there as a superuser: ALTER ROLE \"modest\" CREATEDB;%n"
                                    .formatted(Server.port()));
            assertThat(result.exitCode()).isEqualTo(1);
        } finally {
            Server.execute(source, "DROP ROLE modest");
        }
    }

    @Test
    void rowsThatBreakTheirOwnKey() {
        Server.execute(
                source,
                """
                CREATE TABLE town (id int PRIMARY KEY, country_id int REFERENCES country);
                ALTER TABLE town DISABLE TRIGGER ALL;
                INSERT INTO town VALUES (1, 4711);
                """);

        fails(
                1,
                "The sample does not satisfy the schema: insert or update on table \"town\" violates foreign key constraint \"town_country_id_fkey\"",
                "--source",
                source.toString());
    }

    private String asRole(String role) {
        return "postgresql://%s@localhost:%d/%s".formatted(role, Server.port(), source.database());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
