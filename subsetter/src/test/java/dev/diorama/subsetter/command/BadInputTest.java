package dev.diorama.subsetter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Each mistake gives one clear message and the right exit code, and leaves nothing behind. */
class BadInputTest {
    private ConnectionUrl source = Server.url("postgres");
    private ConnectionUrl target = Server.url("postgres");
    private List<String> databases = List.of();

    @BeforeEach
    void makeASource() {
        source = Server.database(
                """
                CREATE TABLE country (id int PRIMARY KEY);
                CREATE TABLE secret (id int PRIMARY KEY);
                CREATE TABLE "Hidden" (id int PRIMARY KEY);
                INSERT INTO country VALUES (1);
                """);
        target = Server.url(Server.newName("sample"));
        databases = Server.databases();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(Server.databases()).isEqualTo(databases);
        assertThat(Server.isFreeOfRuns()).isTrue();
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().command().orElse("").matches(".*/pg_(dump|restore)")))
                .isEmpty();
    }

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

    @Test
    void noUrl() {
        fails(
                2,
                "\"mysql://***@h/shop\" is not the URL of a PostgreSQL database: it must look like postgresql://user@host:5432/database",
                "--source",
                "mysql://ann:s3cret@h/shop");
    }

    @Test
    void noConfigurationFile() {
        fails(
                2,
                "The configuration file \"nowhere.yml\" does not exist",
                "--source",
                source.toString(),
                "--config",
                "nowhere.yml");
    }

    @Test
    void aConfigurationFileThatIsNoText(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("diorama.yml");
        Files.write(file, new byte[] {'a', (byte) 0xff, 0});

        fails(
                2,
                "The configuration file \"%s\" is not UTF-8 text".formatted(file),
                "--source",
                source.toString(),
                "--config",
                file.toString());
    }

    @Test
    void aTargetWhoseNameIsTooLong() {
        fails(
                2,
                "The target cannot be \"%s\": PostgreSQL keeps names of at most 63 bytes, and this one has 64"
                        .formatted("ü".repeat(32)),
                "--source",
                source.toString(),
                "--target",
                Server.url("ü".repeat(32)).toString());
    }

    @Test
    void aTableThatIsNotThere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("diorama.yml");
        Files.writeString(file, "sample:\n  tables:\n    cuontry: all\n");

        fails(
                2,
                "%s:3:14: The source has no table \"cuontry\" (did you mean \"country\"?)".formatted(file),
                "--source",
                source.toString(),
                "--config",
                file.toString());
    }

    @Test
    void noTarget() {
        CommandLines.Result result = CommandLines.subset("--source", source.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errors())
                .isEqualTo("diorama: Missing required option: '--target=URL'%nTry: subset --help%n".formatted());
    }

    @Test
    void anUnknownOption() {
        CommandLines.Result result = CommandLines.subset("--sorce", "x");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errors()).startsWith("diorama: ");
    }

    @Test
    void aReportThatCannotBeWritten(@TempDir Path folder) {
        Path report = folder.resolve("missing").resolve("report.html");

        fails(
                2,
                "The report cannot be written to \"%s\": there is no folder \"%s\". Make it first"
                        .formatted(report, report.getParent()),
                "--source",
                source.toString(),
                "--report-html",
                report.toString());
    }

    @Test
    void twoReportsInOneFile(@TempDir Path folder) {
        Path report = folder.resolve("report");

        fails(
                2,
                "--report and --report-html name the same file, \"%s\": name two".formatted(report),
                "--source",
                source.toString(),
                "--report",
                report.toString(),
                "--report-html",
                folder + "/./report");
        assertThat(report).doesNotExist();
    }

    @Test
    void aPageOfAPlan(@TempDir Path folder) {
        Path report = folder.resolve("report.json");

        CommandLines.Result result =
                CommandLines.subset("--source", source.toString(), "--plan", "--report-html", report.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errors())
                .isEqualTo(
                        "diorama: --report-html needs a run and --plan makes none: leave out one of them%nTry: subset --help%n"
                                .formatted());
        assertThat(report).doesNotExist();
    }

    @Test
    void leavesErrorsToTheCommandLineItIsMountedInto() {
        List<Exception> heard = new ArrayList<>();
        StringWriter errors = new StringWriter();
        CommandLine whole = new CommandLine(CommandSpec.create().name("diorama"))
                .addSubcommand(new SubsetCommand())
                .setErr(new PrintWriter(errors, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    heard.add(failure);
                    return 1;
                });

        whole.execute("subset", "--plan", "--source", Server.url("nowhere").toString());
        whole.execute("subset", "--plan", "--source", "nowhere");

        assertThat(heard).hasExactlyElementsOfTypes(SubsetException.class, ConfigurationException.class);
        assertThat(errors.toString()).isEmpty();
    }

    private void fails(int exitCode, String message, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--target")) {
            all.addAll(List.of("--target", target.toString()));
        }
        CommandLines.Result result = CommandLines.subset(all.toArray(String[]::new));

        assertThat(result.errors()).isEqualTo("diorama: " + message + System.lineSeparator());
        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.out() + result.errors()).doesNotContain("s3cret");
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
