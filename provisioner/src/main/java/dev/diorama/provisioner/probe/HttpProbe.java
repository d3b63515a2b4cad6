package dev.diorama.provisioner.probe;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks once and tells what came back. Redirects are not followed: an answer is an answer. Thread-safe; must not be
 * called on an event loop.
 */
public final class HttpProbe {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String USER_AGENT = "Diorama-Probe";

    private final HttpClient client;

    /** A probe with a client of its own. */
    public HttpProbe(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) TIMEOUT.toMillis())
                .setKeepAlive(false));
    }

    /**
     * What a probe found.
     *
     * @param status the HTTP status; 0 where nothing answered
     * @param words the status or the reason why there is none, for people
     */
    public record Answer(int status, String words) {
        /** Whether a service says that it works. */
        public boolean healthy() {
            return status >= 100 && status < 400;
        }

        /** Whether an application is there, even one that asks for a login or has nothing at this path. */
        public boolean answered() {
            return status >= 100 && status < 500;
        }
    }

    /** Asks a service on this machine. */
    public Answer service(int port, String path) throws InterruptedException {
        return ask(new RequestOptions().setHost("127.0.0.1").setPort(port).setURI(path));
    }

    /**
     * Asks for a public link the way a browser does. Names below {@code localhost} are this machine's, as browsers
     * take them (RFC 6761, section 6.3), although Java's resolver does not know them.
     */
    public Answer link(URI link) throws InterruptedException {
        boolean secure = "https".equals(link.getScheme());
        int port = link.getPort() > 0 ? link.getPort() : secure ? 443 : 80;
        var options = new RequestOptions()
                .setHost(link.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(link.getRawPath().isEmpty() ? "/" : link.getRawPath());
        if (link.getHost().endsWith(".localhost")) {
            options.setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"));
        }
        return ask(options);
    }

    private Answer ask(RequestOptions options) throws InterruptedException {
        options.setMethod(HttpMethod.GET)
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("User-Agent", USER_AGENT)
                .putHeader("Accept", "*/*");
        var answer = client.request(options)
                .compose(HttpClientRequest::send)
                .compose(response -> response.end().map(response.statusCode()))
                .map(status -> new Answer(status, "HTTP " + status))
                .otherwise(failure -> new Answer(0, reason(failure)));
        try {
            return answer.toCompletionStage().toCompletableFuture().get(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            return new Answer(0, "no answer within " + TIMEOUT.toSeconds() + " s");
        }
    }

    private static String reason(Throwable failure) {
        var message = failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        return message.contains("Connection refused") ? "nothing listens there" : message;
    }
}
