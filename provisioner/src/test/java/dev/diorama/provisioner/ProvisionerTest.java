package dev.diorama.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diorama.provisioner.disk.FolderTree;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.environment.Step;
import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.provisioner.environment.StepRecord;
import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.failure.SubsetException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The life of an environment against a real PostgreSQL, a real git repository and real processes. */
@Timeout(180)
class ProvisionerTest {
    private static final Map<String, String> RATINGS = Map.of(
            "db/migration/V2__rating.sql", "ALTER TABLE customer ADD rating integer NOT NULL DEFAULT 5;",
            "page.txt", "version 2");

    @TempDir
    private Path folder;

    private World world;
    private ServerUnderTest server;

    @BeforeEach
    void begin() throws Exception {
        world = new World(folder);
        server = new ServerUnderTest(world.configuration());
    }

    @AfterEach
    void end() throws Exception {
        for (var environment : server.provisioner().environments()) {
            server.provisioner().destroy(environment);
            server.settled(environment);
        }
        server.close();
        world.close();
    }

    @Test
    void leadsFromABranchToALinkAndLeavesNothingBehind() throws Exception {
        var sha = world.commit("ratings", RATINGS);

        var environment = server.settled(server.push("ratings"));

        assertThat(environment.phase()).isEqualTo(Phase.READY);
        assertThat(environment.headSha()).isEqualTo(sha);
        assertThat(server.provisioner().steps(environment))
                .extracting(StepRecord::step)
                .containsExactlyInAnyOrder(Step.values());
        assertThat(get("/page.txt")).startsWith("HTTP/1.1 200").endsWith("version 2");
        assertThat(clone(environment, "SELECT count(*) || ' of ' || max(rating) FROM customer"))
                .isEqualTo("15 of 5");
        assertThat(clone(environment, "SELECT count(*) FROM purchase")).isEqualTo("77");
        assertThat(server.provisioner().comment(environment))
                .contains(
                        "### Diorama: ready",
                        "pr-1.shop.localhost:" + world.port(),
                        "| purchase | 1,000 | 77 |",
                        "| 2 | rating |");

        server.provisioner().destroy(environment);
        var removed = server.settled(environment);

        assertThat(removed.phase()).isEqualTo(Phase.REMOVED);
        assertThat(world.clones()).isEmpty();
        assertThat(files(world.home().resolve("checkouts"))).isEmpty();
        assertThat(files(world.home().resolve("run"))).isEmpty();
        assertThat(get("/")).startsWith("HTTP/1.1 404").contains("shop#1 was removed");
        assertThat(server.provisioner().comment(removed)).contains("### Diorama: removed");
    }

    @Test
    void passesRequestsOnWholeAndBelievesNoSender() throws Exception {
        world.commit(
                "echo",
                Map.of(
                        "diorama.yml",
                        "services: {web: {run: exec java Echo.java}}",
                        "Echo.java",
                        """
                        import com.sun.net.httpserver.HttpServer;
                        import java.net.InetSocketAddress;

                        class Echo {
                            public static void main(String... arguments) throws Exception {
                                var port = Integer.parseInt(System.getenv("PORT"));
                                var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
                                server.createContext("/", exchange -> {
                                    var bytes = exchange.getRequestBody().readAllBytes().length;
                                    var text = bytes + " bytes " + exchange.getRequestMethod();
                                    for (var header : exchange.getRequestHeaders().entrySet()) {
                                        text += "\\n" + header.getKey().toLowerCase() + "=" + header.getValue();
                                    }
                                    var body = text.getBytes();
                                    exchange.sendResponseHeaders(200, body.length);
                                    exchange.getResponseBody().write(body);
                                    exchange.close();
                                });
                                server.start();
                            }
                        }
                        """));
        server.settled(server.push("echo"));
        int bytes = 20 << 20;

        String answer;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), world.port())) {
            var request = socket.getOutputStream();
            request.write(
                    """
                    POST /upload HTTP/1.1\r
                    Host: PR-1.shop.localhost:%d\r
                    X-Forwarded-For: 6.6.6.6\r
                    X-Forwarded-Proto: gopher\r
                    X-Real-IP: 6.6.6.6\r
                    Forwarded: for=6.6.6.6\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    """
                            .formatted(world.port(), bytes)
                            .getBytes(StandardCharsets.US_ASCII));
            request.write(new byte[bytes]);
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer)
                .contains(
                        bytes + " bytes POST",
                        "host=[PR-1.shop.localhost:%d]".formatted(world.port()),
                        "x-forwarded-proto=[http]",
                        "x-forwarded-for=[127.0.0.1]")
                .containsIgnoringCase("x-robots-tag: noindex")
                .doesNotContain("6.6.6.6", "gopher");
    }

    @Test
    void keepsTheCloneForANewCommitAndServesIt() throws Exception {
        world.commit("ratings", RATINGS);
        var first = server.settled(server.push("ratings"));
        World.on(cloneUrl(first), "UPDATE customer SET name = 'touched by a reviewer'");

        world.commit("ratings", Map.of("page.txt", "version 3"));
        var second = server.settled(server.push("ratings"));

        assertThat(second.phase()).isEqualTo(Phase.READY);
        assertThat(second.generation()).isEqualTo(first.generation() + 1);
        assertThat(get("/page.txt")).endsWith("version 3");
        assertThat(clone(second, "SELECT DISTINCT name FROM customer")).isEqualTo("touched by a reviewer");
        assertThat(detail(second, Step.CLONE)).isEqualTo("kept");
        assertThat(files(world.home().resolve("run/" + second.id()))).containsExactly("2");
        assertThat(files(world.home().resolve("checkouts/" + second.id())))
                .containsExactlyInAnyOrder(second.headSha(), second.headSha() + ".built");
    }

    @Test
    void makesTheCloneAnewWhenAsked() throws Exception {
        world.commit("ratings", RATINGS);
        var first = server.settled(server.push("ratings"));
        World.on(cloneUrl(first), "DELETE FROM purchase");

        var second = server.settled(server.provisioner().reprovision(first));

        assertThat(second.phase()).isEqualTo(Phase.READY);
        assertThat(clone(second, "SELECT count(*) FROM purchase")).isEqualTo("77");
        assertThat(detail(second, Step.SAMPLE)).isEqualTo("sample 1, made before");
        assertThat(get("/page.txt")).endsWith("version 2");
        assertThat(server.provisioner().comment(second)).contains("Migrations: 1 applied");
    }

    @Test
    void followsTheBranchOnAndOffUnderOneName() throws Exception {
        world.commit("ratings", RATINGS);
        var first = server.settled(server.push("ratings"));
        server.provisioner().destroy(first);
        server.settled(first);

        var again = server.settled(server.push("ratings"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.phase()).isEqualTo(Phase.READY);
        assertThat(detail(again, Step.CLONE)).isEqualTo("made from sample 1");
    }

    @Test
    void letsABuildGoOnWhileTheCloneIsMade() throws Exception {
        world.commit("ratings", RATINGS);
        server.settled(server.push("ratings"));
        world.commit(
                "slow",
                Map.of(
                        "diorama.yml",
                        "build: sleep 3; date > built\nservices: {web: {run: exec jwebserver -b 127.0.0.1 -p $PORT}}"));

        var environment = server.settled(server.push("slow"));

        assertThat(environment.phase()).as(environment.toString()).isEqualTo(Phase.READY);
        assertThat(detail(environment, Step.BUILD)).isEqualTo("built");
    }

    @Test
    void servesTheLastGoodCommitAlsoAfterARestart() throws Exception {
        world.commit("ratings", RATINGS);
        server.settled(server.push("ratings"));
        world.commit("ratings", Map.of("diorama.yml", "servces: {}"));
        var failed = server.settled(server.push("ratings"));
        assertThat(failed.phase()).isEqualTo(Phase.FAILED);

        server.close();
        server = new ServerUnderTest(world.configuration());

        assertThat(get("/page.txt")).endsWith("version 2");
    }

    @Test
    void refusesASecondServerOnOneState() {
        assertThatThrownBy(() -> new ServerUnderTest(world.configuration()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("Another server works on the state database");
    }

    @Test
    void tellsOfTheMigrationsBeforeTheOneThatFailed() throws Exception {
        world.commit(
                "half",
                Map.of(
                        "db/migration/V2__good.sql", "CREATE TABLE good (id integer);",
                        "db/migration/V3__bad.sql", "SELECT 1/0;"));

        var environment = server.settled(server.push("half"));

        assertThat(server.provisioner().comment(environment)).contains("Migrations: 1 applied", "| 2 | good |");
    }

    @Test
    void closesOverABuildThatIsUnderWay() throws Exception {
        world.commit("slow", Map.of("diorama.yml", "build: sleep 1002\nservices: {web: {run: 'false'}}"));
        var environment = server.push("slow");
        server.begun(environment, Step.BUILD);

        server.provisioner().destroy(environment);

        assertThat(server.settled(environment).phase()).isEqualTo(Phase.REMOVED);
        assertThat(world.clones()).isEmpty();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").endsWith("sleep 1002")))
                .isEmpty();
    }

    @Test
    void abortsAMigrationThatHangsWhenANewerCommitComes() throws Exception {
        world.commit("hangs", Map.of("db/migration/V2__hang.sql", "SELECT pg_sleep(1000);"));
        var environment = server.push("hangs");
        server.begun(environment, Step.MIGRATE);

        world.commit("hangs", Map.of("db/migration/V2__hang.sql", "SELECT 1;"));
        var settled = server.settled(server.push("hangs"));

        assertThat(settled.phase()).as(settled.toString()).isEqualTo(Phase.READY);
    }

    @Test
    void tellsWhichMigrationFailedWithoutTheRowsItFailedOn() throws Exception {
        world.commit(
                "broken",
                Map.of(
                        "db/migration/V2__broken.sql",
                        "SELECT 1;\nINSERT INTO customer VALUES (1, 'Jane Doe') , (1, 'Jane Doe');"));

        var environment = server.settled(server.push("broken"));

        assertThat(environment.phase()).isEqualTo(Phase.FAILED);
        assertThat(environment.failure().orElse(""))
                .startsWith("migrate: ")
                .contains(
                        "V2__broken.sql at line 2", "duplicate key value violates unique constraint \"customer_pkey\"")
                .doesNotContain("Jane");
        assertThat(server.provisioner().comment(environment))
                .contains("### Diorama: failed", "The last lines of migrate")
                .doesNotContain("Jane");
        assertThat(get("/")).startsWith("HTTP/1.1 503").contains("shop#1 failed", "V2__broken.sql");
    }

    @Test
    void tellsThatAServiceNeverGotHealthyAndStopsIt() throws Exception {
        world.commit(
                "silent",
                Map.of(
                        "diorama.yml",
                        "services: {web: {run: echo waiting for godot; exec sleep 1003, health-timeout: 1s}}"));

        var environment = server.settled(server.push("silent"));

        assertThat(environment.failure().orElse("")).contains("start: Service \"web\" was not healthy within 1 s");
        assertThat(server.provisioner().comment(environment)).contains("    waiting for godot");
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").endsWith("sleep 1003")))
                .isEmpty();
    }

    @Test
    void tellsEveryMistakeInTheConfigurationOfTheCommit() throws Exception {
        world.commit("typo", Map.of("diorama.yml", "servces:\n  web:\n    run: x\n"));

        var environment = server.settled(server.push("typo"));

        assertThat(environment.failure().orElse(""))
                .contains("checkout: diorama.yml:1:1: ", "did you mean \"services\"?", "names no service");
        assertThat(server.provisioner().services(environment)).isEmpty();
    }

    @Test
    void tellsThatProductionCannotBeReached() throws Exception {
        world.commit("ratings", RATINGS);
        server.close();
        World.on(
                World.owned(world.staging()),
                "ALTER DATABASE %s RENAME TO gone".formatted(world.production().database()));
        server = new ServerUnderTest(world.configuration());

        var environment = server.settled(server.push("ratings"));

        assertThat(environment.failure().orElse(""))
                .contains("sample: The sample of production \"shop\" cannot be made", "There is no database");
        World.on(
                World.owned(world.staging()),
                "ALTER DATABASE gone RENAME TO " + world.production().database());
        assertThat(server.settled(server.provisioner().reprovision(environment)).phase())
                .isEqualTo(Phase.READY);
    }

    @Test
    void startsAServiceAgainThatDied() throws Exception {
        world.commit("ratings", RATINGS);
        var environment = server.settled(server.push("ratings"));
        var pidFile = world.home().resolve("run/%d/1/web.pid".formatted(environment.id()));
        var process = ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                .orElseThrow();

        process.destroyForcibly();
        process.onExit().join();
        server.provisioner().awaitChange(environment.id(), environment.revision(), Duration.ofSeconds(30));

        assertThat(server.settled(environment).phase()).isEqualTo(Phase.READY);
        assertThat(get("/page.txt")).endsWith("version 2");
    }

    @Test
    void survivesARestartWithItsServicesRunning() throws Exception {
        world.commit("ratings", RATINGS);
        var environment = server.settled(server.push("ratings"));
        var pidFile = world.home().resolve("run/%d/1/web.pid".formatted(environment.id()));
        var pid = Files.readString(pidFile);

        server.close();
        server = new ServerUnderTest(world.configuration());

        assertThat(get("/page.txt")).endsWith("version 2");
        assertThat(server.settled(environment)).isEqualTo(environment);
        assertThat(Files.readString(pidFile)).isEqualTo(pid);
    }

    @Test
    void letsACloneReachNothingElse() throws Exception {
        world.commit("ratings", RATINGS);
        var environment = server.settled(server.push("ratings"));
        var clone = cloneUrl(environment);

        assertThatThrownBy(() -> clone.withDatabase("diorama_sample_1").connect())
                .isInstanceOf(SubsetException.class);
        assertThat(World.value(
                        clone,
                        "SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(World.value(
                        clone, "SELECT bool_and(tableowner = current_user) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("t");
    }

    @Test
    void tellsWhatIsNotKnown() throws Exception {
        assertThatThrownBy(() -> server.push("nowhere"))
                .isInstanceOf(StepFailure.class)
                .hasMessage(
                        "Repository %s of project \"shop\" has no branch \"nowhere\"".formatted(world.repository()));
        assertThatThrownBy(() -> server.provisioner().push("shpo", "main", Optional.empty()))
                .hasMessage("There is no project \"shpo\" (did you mean \"shop\"?); the server knows [shop]");
        FolderTree.delete(world.repository());
        assertThatThrownBy(() -> server.push("main"))
                .hasMessageContaining("is not a repository that answers")
                .hasMessageContaining("Check repository:");
    }

    private ConnectionUrl cloneUrl(Environment environment) throws IOException {
        var environ = Files.readString(Path.of("/proc", pid(environment), "environ"));
        return List.of(environ.split("\0")).stream()
                .filter(variable -> variable.startsWith("DATABASE_URL="))
                .map(variable -> ConnectionUrl.parse(variable.substring("DATABASE_URL=".length())))
                .findFirst()
                .orElseThrow();
    }

    private String pid(Environment environment) throws IOException {
        return Files.readString(
                        world.home().resolve("run/%d/%d/web.pid".formatted(environment.id(), environment.generation())))
                .strip();
    }

    private String clone(Environment environment, String query) throws IOException, SQLException {
        return World.value(cloneUrl(environment), query);
    }

    private String detail(Environment environment, Step step) {
        return server.provisioner().steps(environment).stream()
                .filter(record -> record.step() == step)
                .map(StepRecord::detail)
                .findFirst()
                .orElse("not taken");
    }

    /** What a browser would get from the link. */
    private String get(String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), world.port())) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: pr-1.shop.localhost:%d\r\nConnection: close\r\n\r\n"
                            .formatted(path, world.port())
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
