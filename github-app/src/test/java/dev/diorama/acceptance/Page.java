package dev.diorama.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Opens a link on this machine by its host's name, which Java's resolver does not know. */
final class Page {
    private Page() {}

    static HttpResponse<String> of(String host, int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            // Allowed by the system property that the build sets for these tests.
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                    .header("Host", host + ":" + port)
                    .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
