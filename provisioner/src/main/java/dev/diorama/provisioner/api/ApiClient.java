package dev.diorama.provisioner.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.diorama.provisioner.failure.CommandFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The API as the command line uses it. Every method throws {@link CommandFailure} with the server's own words when it
 * refuses, or with what to do when there is no server. Thread-safe. To be closed: a thread that still listens for answers
 * holds up the end of the JVM by 0.3 s.
 */
public final class ApiClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    // Longer than the server lets anybody wait for a change.
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final URI server;
    private final HttpClient client;

    /** A client of the server at this address. */
    public ApiClient(URI server) {
        this.server = server;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /** Gives up what is under way. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    /** Every environment that there ever was. */
    public List<EnvironmentView> environments() {
        return read(send(get("")), new TypeReference<>() {});
    }

    /** One environment as it is now. */
    public EnvironmentView environment(EnvironmentName name) {
        return environment(send(get(path(name))));
    }

    /** The environment as soon as it has another revision than this, or after half a minute anyway. */
    public EnvironmentView changed(EnvironmentName name, long revision) {
        return environment(send(get(path(name) + "?after=" + revision)));
    }

    /** The comment as it stands in the pull request. */
    public String comment(EnvironmentName name) {
        return send(get(path(name) + "/comment"));
    }

    /** What steps and services wrote; all of them unless one is named. */
    public List<LogView> logs(EnvironmentName name, Optional<String> step, Optional<String> service, int lines) {
        var query = new StringBuilder("?lines=" + lines);
        step.ifPresent(word -> query.append("&step=").append(encoded(word)));
        service.ifPresent(word -> query.append("&service=").append(encoded(word)));
        return read(send(get(path(name) + "/logs" + query)), new TypeReference<>() {});
    }

    /** Tells the local forge of a pushed branch. */
    public EnvironmentView push(PushRequest push) {
        try {
            return environment(send(request("")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(push)))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes an environment anew. */
    public EnvironmentView reprovision(EnvironmentName name) {
        return environment(send(request(path(name) + "/reprovision").POST(BodyPublishers.noBody())));
    }

    /** Removes an environment. */
    public EnvironmentView destroy(EnvironmentName name) {
        return environment(send(request(path(name)).DELETE()));
    }

    private HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/environments" + path))
                .timeout(ANSWER_TIMEOUT)
                .header(RequestGuard.HEADER, "command-line");
    }

    private String send(HttpRequest.Builder request) {
        try {
            return body(client.send(request.build(), BodyHandlers.ofString()));
        } catch (ConnectException e) {
            throw new CommandFailure(
                    "No server answers at %s. Start one with ./diorama demo or ./diorama serve, or name another with --server URL or DIORAMA_SERVER."
                            .formatted(server),
                    e);
        } catch (HttpTimeoutException e) {
            throw new CommandFailure("The server at %s did not answer in time.".formatted(server), e);
        } catch (IOException e) {
            throw new CommandFailure(
                    "The connection to the server at %s broke: %s".formatted(server, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while waiting for the server at %s.".formatted(server), e);
        }
    }

    private String body(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 2) {
            return response.body();
        }
        throw new CommandFailure(
                problem(response.body()).orElseGet(() -> "What answers at %s is not a Diorama server: HTTP %d for %s"
                        .formatted(server, response.statusCode(), response.uri().getPath())));
    }

    private static Optional<String> problem(String body) {
        try {
            return Optional.ofNullable(JSON.readValue(body, Problem.class)).map(Problem::message);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private EnvironmentView environment(String body) {
        return read(body, new TypeReference<>() {});
    }

    private <T> T read(String body, TypeReference<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(
                    "What answers at %s is not a Diorama server of this version.".formatted(server), e);
        }
    }

    private static String path(EnvironmentName name) {
        return "/" + name.project() + "/" + name.number();
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
