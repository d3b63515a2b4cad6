package dev.diorama.provisioner.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.failure.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiClientTest {
    private static final String READY =
            """
            {"name": "bookshop#1", "project": "bookshop", "number": 1, "title": "Ratings", "branch": "ratings",
             "sha": "0123456789abcdef0123456789abcdef01234567", "wanted": "present", "phase": "ready", "failure": null,
             "link": "http://pr-1.bookshop.localhost:7070/", "generation": 1, "revision": 17, "unheardOf": true,
             "steps": [{"name": "checkout", "state": "done", "startedAt": "2026-01-01T12:00:00.5Z", "millis": 40,
                        "detail": "commit 0123456"}]}
            """;

    private final List<String> requests = new ArrayList<>();

    private HttpServer server;
    private ApiClient client;
    private int status = 200;
    private String body = READY;

    @BeforeEach
    void startsAServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add("%s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Diorama-Client"),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        client = new ApiClient(address());
    }

    @AfterEach
    void stopsTheServer() {
        server.stop(0);
    }

    @Test
    void readsAnEnvironment() {
        var environment = client.environment(new EnvironmentName("bookshop", 1));

        assertThat(environment.progress()).isEqualTo(Phase.READY);
        assertThat(environment.failure()).isEmpty();
        assertThat(environment.steps()).singleElement().satisfies(step -> {
            assertThat(step.millis()).isEqualTo(40);
            assertThat(step.startedAt()).isEqualTo("2026-01-01T12:00:00.5Z");
        });
    }

    @Test
    void asksAsTheServerExpects() {
        var name = new EnvironmentName("bookshop", 1);

        client.changed(name, 17);
        client.push(new PushRequest("bookshop", "ratings", Optional.of("Ratings")));
        client.push(new PushRequest("bookshop", "ratings", Optional.empty()));
        client.reprovision(name);
        client.destroy(name);
        body = "[]";
        client.logs(name, Optional.of("build it"), Optional.empty(), 5);

        assertThat(requests)
                .containsExactly(
                        "GET /api/environments/bookshop/1?after=17 command-line ",
                        "POST /api/environments command-line {\"project\":\"bookshop\",\"branch\":\"ratings\",\"title\":\"Ratings\"}",
                        "POST /api/environments command-line {\"project\":\"bookshop\",\"branch\":\"ratings\",\"title\":null}",
                        "POST /api/environments/bookshop/1/reprovision command-line ",
                        "DELETE /api/environments/bookshop/1 command-line ",
                        "GET /api/environments/bookshop/1/logs?lines=5&step=build+it command-line ");
    }

    @Test
    void repeatsTheServersOwnWords() {
        status = 409;
        body = "{\"message\": \"There is no project \\\"shop\\\"\"}";

        assertThatThrownBy(() -> client.environments())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("There is no project \"shop\"");
    }

    @Test
    void knowsThatSomethingElseAnswers() {
        status = 404;
        body = "<html>Not here</html>";

        assertThatThrownBy(() -> client.environments())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("What answers at %s is not a Diorama server: HTTP 404 for /api/environments"
                        .formatted(address()));

        status = 200;

        assertThatThrownBy(() -> client.environments())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("What answers at %s is not a Diorama server of this version.".formatted(address()));
    }

    @Test
    void saysWhatToDoWhereNothingAnswers() {
        server.stop(0);

        assertThatThrownBy(() -> client.environments())
                .isInstanceOf(CommandFailure.class)
                .hasMessage(
                        "No server answers at %s. Start one with ./diorama demo or ./diorama serve, or name another with --server URL or DIORAMA_SERVER."
                                .formatted(address()));
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }
}
