package dev.diorama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.provisioner.embedded.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./diorama serve}: the REST interface as it is on the wire, and a server that cannot start. */
class ServerIT {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    static EmbeddedServer postgres;
    static Program program;
    static int port;
    static Launch serve;

    @BeforeAll
    static void startsTheServer() throws Exception {
        postgres = EmbeddedServer.start(shared.resolve("postgres"));
        program = new Program(Files.createDirectory(shared.toRealPath().resolve("temporary")));
        port = Program.freePort();
        Files.createDirectory(shared.resolve("not-a-repository"));
        serve = program.start("serve", "--config", configuration(shared, port).toString());
        program.awaitErrors(serve, "listening");
    }

    @AfterAll
    static void stopsTheServer() throws Exception {
        var ended = program.signal(serve, "TERM");
        program.close();
        postgres.close();
        assertThat(ended.exitCode()).isEqualTo(143);
        program.assertNothingIsLeft();
    }

    @Test
    void listsNothingAtFirst() {
        var list = program.run("list", "--server", address());

        assertThat(list.output()).isEqualTo("No environments. Make one with: ./diorama up PROJECT --branch BRANCH\n");
    }

    @Test
    void saysThatAFolderIsNoRepository() {
        var up = program.run("up", "empty", "--branch", "main", "--server", address());

        assertThat(up.exitCode()).isOne();
        assertThat(Errors.of(up)).contains("empty", "not-a-repository").hasLineCount(1);
    }

    @Test
    void refusesForeignPages() throws Exception {
        var reading = request("").header("Host", "evil.example").GET();
        var changing = request("/empty/1/reprovision").POST(BodyPublishers.noBody());

        assertThat(answer(reading)).isEqualTo("421 {\"message\":\"This server is not called \\\"evil.example\\\"\"}");
        assertThat(answer(changing))
                .isEqualTo("403 {\"message\":\"A request that changes something needs the header Diorama-Client\"}");
    }

    @Test
    void asksNoBrowserToSendTheHeader() throws Exception {
        var preflight = request("")
                .header("Origin", "http://pr-1.empty.localhost:" + port)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "diorama-client")
                .method("OPTIONS", BodyPublishers.noBody());

        assertThat(send(preflight).headers().map().keySet())
                .noneMatch(header -> header.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }

    @Test
    void namesWhatIsWrongWithARequest() throws Exception {
        assertThat(answer(request("/empty/1").GET()))
                .isEqualTo("404 {\"message\":\"There is no environment empty#1; there is none yet\"}");
        assertThat(answer(push("{}"))).startsWith("400 {\"message\":");
        assertThat(answer(push("{"))).startsWith("400 {\"message\":");
        assertThat(answer(push("{\"project\": \"emty\", \"branch\": \"main\"}")))
                .isEqualTo("409 {\"message\":\"There is no project \\\"emty\\\" (did you mean \\\"empty\\\"?); "
                        + "the server knows [empty]\"}");
    }

    @Test
    void showsAPageForALinkWithoutEnvironment() throws Exception {
        var page = Page.of("pr-7.empty.localhost", port);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("empty#7 has no environment");
    }

    @Test
    void needsItsPort() throws Exception {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            try (var connection = postgres.administrator().connect();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE another_state");
            }
            var outcome = serveWith(withState(
                    configuration(folder, taken.getLocalPort()),
                    postgres.administrator().withDatabase("another_state").withPassword()));

            assertThat(outcome.exitCode()).isOne();
            assertThat(Errors.of(outcome))
                    .isEqualTo(
                            "diorama: Port %d is taken: stop what listens there, or change port: in the server's configuration\n"
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void namesEveryMistakeInItsConfiguration() throws Exception {
        var file = Files.writeString(
                folder.resolve("server.yml"),
                """
                port: 70700
                home: /tmp/none
                state: postgresql://somebody@localhost/state
                staging: mysql://somebody@localhost/staging
                projects: {}
                """);

        var outcome = serveWith(file);

        assertThat(outcome.exitCode()).isOne();
        assertThat(Errors.of(outcome))
                .startsWith("diorama: " + file + ":")
                .contains(
                        "port: is a number from 1 to 65535, not 70700",
                        "staging: \"mysql://***@localhost/staging\" is not the URL of a PostgreSQL database")
                .doesNotContain("\tat ");
    }

    @Test
    void needsItsStateDatabase() throws Exception {
        var file =
                withState(configuration(folder, Program.freePort()), "postgresql://nobody:nothing@127.0.0.1:9/state");

        var outcome = serveWith(file);

        assertThat(outcome.exitCode()).isOne();
        assertThat(Errors.of(outcome))
                .isEqualTo("diorama: No connection to postgresql://nobody@127.0.0.1:9/state: "
                        + "is a server listening on 127.0.0.1 port 9, and may this machine reach it?\n");
    }

    @Test
    void needsItsStateDatabaseForItself() throws Exception {
        var outcome = serveWith(configuration(folder, Program.freePort()));

        assertThat(outcome.exitCode()).isOne();
        assertThat(Errors.of(outcome))
                .isEqualTo(
                        "diorama: Another server works on the state database %s; stop it, or name another one under state:\n"
                                .formatted(postgres.administrator()));
    }

    @Test
    void commandsSayThatThereIsNoServer() {
        var nowhere = "http://localhost:" + Program.freePort();
        for (var command : List.of(
                List.of("list"),
                List.of("up", "bookshop", "--branch", "ratings"),
                List.of("reprovision", "bookshop#1"),
                List.of("destroy", "bookshop#1"))) {
            var arguments = new java.util.ArrayList<>(command);
            arguments.addAll(List.of("--server", nowhere));

            var outcome = program.run(arguments.toArray(String[]::new));

            assertThat(outcome.exitCode()).isOne();
            assertThat(Errors.of(outcome))
                    .isEqualTo(
                            "diorama: No server answers at %s. Start one with ./diorama demo or ./diorama serve, or name another with --server URL or DIORAMA_SERVER.\n"
                                    .formatted(nowhere));
        }
    }

    private Launch.Outcome serveWith(Path configuration) {
        return program.run("serve", "--config", configuration.toString());
    }

    private static Path withState(Path configuration, String url) throws IOException {
        return Files.writeString(
                configuration, Files.readString(configuration).replaceAll("state: .*", "state: \"" + url + "\""));
    }

    private static Path configuration(Path folder, int port) throws IOException {
        var postgresUrl = postgres.administrator().withPassword();
        return Files.writeString(
                folder.resolve("server.yml"),
                """
                port: %d
                home: "%s"
                state: "%s"
                staging: "%s"
                projects:
                  empty:
                    repository: "%s"
                    production: "%s"
                """
                        .formatted(
                                port,
                                folder.resolve("home"),
                                postgresUrl,
                                postgresUrl,
                                shared.resolve("not-a-repository"),
                                postgresUrl));
    }

    private static String address() {
        return "http://localhost:" + port;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/environments%s".formatted(port, path)));
    }

    private static HttpRequest.Builder push(String json) {
        return request("")
                .header("Diorama-Client", "test")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    private static String answer(HttpRequest.Builder request) throws Exception {
        var response = send(request);
        return response.statusCode() + " " + response.body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
