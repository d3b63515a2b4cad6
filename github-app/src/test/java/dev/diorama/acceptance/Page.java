package dev.diorama.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Opens a link on this machine by its host's name, which Java's resolver does not know. */
final class Page {
    private Page() {}

    static HttpResponse<String> of(String host, int port) throws IOException, InterruptedException {
        return answer(request(host, port));
    }

    static HttpResponse<String> upload(String host, int port, int bytes) throws IOException, InterruptedException {
        return answer(request(host, port).POST(BodyPublishers.ofByteArray(new byte[bytes])));
    }

    private static HttpRequest.Builder request(String host, int port) {
        // Allowed by the system property that the build sets for these tests.
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                .header("Host", host + ":" + port);
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
