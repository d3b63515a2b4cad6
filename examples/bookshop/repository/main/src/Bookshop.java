import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** The bookshop's web server. Configured by its environment: PORT, DATABASE_URL and optionally HOST, DIORAMA_SHA. */
public final class Bookshop {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Catalogue catalogue;
    private final Pages pages;

    private Bookshop(Catalogue catalogue, Pages pages) {
        this.catalogue = catalogue;
        this.pages = pages;
    }

    public static void main(String[] arguments) {
        try {
            start(System.getenv());
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("The bookshop cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void start(Map<String, String> environment) throws IOException {
        int port = port(required(environment, "PORT", "the port to listen on"));
        Database database = Database.at(
                required(environment, "DATABASE_URL", "the database, as postgresql://user:password@host:port/name"));
        // Nobody else's business by default; in a container, say HOST=0.0.0.0.
        String host = environment.getOrDefault(
                "HOST", InetAddress.getLoopbackAddress().getHostAddress());

        Bookshop bookshop =
                new Bookshop(new Catalogue(database), new Pages(Optional.ofNullable(environment.get("DIORAMA_SHA"))));
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new IOException("%s:%d cannot be listened on: %s".formatted(host, port, e.getMessage()), e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", bookshop::answer);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop((int) GRACE.toSeconds());
            database.close();
        }));
        server.start();
        System.out.println("The bookshop is open on http://%s:%d/".formatted(host, port));
    }

    private static String required(Map<String, String> environment, String name, String meaning) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set. It names " + meaning + ".");
        }
        return value;
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as for a number out of range.
        }
        throw new IllegalArgumentException("PORT is \"" + value + "\", which is not a port between 1 and 65535.");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Response response = respond(exchange.getRequestURI().getPath());
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().putAll(response.headers());
            if (method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
                exchange.sendResponseHeaders(response.status(), -1);
            } else {
                exchange.sendResponseHeaders(response.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Response respond(String path) {
        try {
            if (path.equals("/health")) {
                catalogue.check();
                return Response.text(200, "ok\n");
            }
            if (path.equals("/")) {
                return Response.html(200, pages.front(catalogue.frontPage()));
            }
            if (path.matches("/book/[0-9]{1,9}")) {
                Optional<Catalogue.BookDetails> book =
                        catalogue.book(Integer.parseInt(path.substring("/book/".length())));
                if (book.isPresent()) {
                    return Response.html(200, pages.book(book.get()));
                }
            }
            return Response.html(404, pages.notFound());
        } catch (SQLException e) {
            System.err.println("GET " + path + ": the database does not answer: " + e.getMessage());
            return path.equals("/health")
                    ? Response.text(503, "The database does not answer.\n")
                    : Response.html(503, pages.unavailable());
        }
    }

    private record Response(int status, Map<String, List<String>> headers, String body) {
        static Response html(int status, String body) {
            return new Response(
                    status,
                    Map.of(
                            "Content-Type", List.of("text/html; charset=utf-8"),
                            "Content-Security-Policy", List.of("default-src 'none'; style-src 'unsafe-inline'"),
                            "Cache-Control", List.of("no-store")),
                    body);
        }

        static Response text(int status, String body) {
            return new Response(
                    status,
                    Map.of(
                            "Content-Type", List.of("text/plain; charset=utf-8"),
                            "Cache-Control", List.of("no-store")),
                    body);
        }
    }
}
