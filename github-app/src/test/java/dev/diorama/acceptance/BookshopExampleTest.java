package dev.diorama.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.provisioner.embedded.EmbeddedServer;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example bookshop against a real PostgreSQL and as a real process: its migrations, its production data and its
 * pages, at main and with the commits of ratings on top.
 */
class BookshopExampleTest {
    private static final Path EXAMPLE = example();
    private static final String PRODUCTION = "production";
    private static final String RATINGS = "ratings";

    @TempDir
    static Path folder;

    static EmbeddedServer server;
    static Path mainCheckout;
    static Path ratingsCheckout;

    @BeforeAll
    static void makesProductionAndACopyWithTheRatings() throws Exception {
        server = EmbeddedServer.start(folder.resolve("postgres"));
        execute("postgres", "CREATE ROLE shop SUPERUSER LOGIN PASSWORD 'p@ss'");
        mainCheckout = checkout("main-checkout", List.of());
        ratingsCheckout = checkout("ratings-checkout", ratingsCommits());
        execute("postgres", "CREATE DATABASE " + PRODUCTION);
        migrate(PRODUCTION, mainCheckout);
        execute(PRODUCTION, Files.readString(EXAMPLE.resolve("production/data.sql")));
        execute("postgres", "CREATE DATABASE " + RATINGS + " TEMPLATE " + PRODUCTION);
        migrate(RATINGS, ratingsCheckout);
    }

    @AfterAll
    static void stopsTheServer() {
        server.close();
    }

    @Test
    void fillsEveryTableAndTheLargestWithAMillionRows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : column(
                PRODUCTION,
                """
                SELECT oid::regclass::text
                  FROM pg_class
                 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                   AND relname <> 'flyway_schema_history'
                """)) {
            rows.put(table, number(PRODUCTION, "SELECT count(*) FROM " + table));
        }

        assertThat(rows).hasSize(14).containsEntry("order_line", 1_000_000L).containsEntry("orders", 200_000L);
        assertThat(rows.values()).allMatch(count -> count > 0).allMatch(count -> count <= 1_000_000);
    }

    /** Replaces the check that the load leaves out, for every key, with nulls as MATCH SIMPLE has them. */
    @Test
    void leavesNoForeignKeyWithoutItsRow() throws SQLException {
        for (String database : List.of(PRODUCTION, RATINGS)) {
            List<String> orphanCounts = column(
                    database,
                    """
                    SELECT format('SELECT count(*) FROM %s AS child'
                                      || ' WHERE %s AND NOT EXISTS (SELECT FROM %s AS parent WHERE %s)',
                                  conrelid::regclass,
                                  string_agg(format('child.%I IS NOT NULL', child.attname), ' AND '),
                                  confrelid::regclass,
                                  string_agg(format('parent.%I = child.%I', parent.attname, child.attname), ' AND '))
                      FROM pg_constraint
                     CROSS JOIN LATERAL unnest(conkey, confkey) AS pair (child_column, parent_column)
                      JOIN pg_attribute AS child ON child.attrelid = conrelid AND child.attnum = child_column
                      JOIN pg_attribute AS parent ON parent.attrelid = confrelid AND parent.attnum = parent_column
                     WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace
                     GROUP BY pg_constraint.oid, conrelid, confrelid
                    """);

            assertThat(orphanCounts).hasSize(database.equals(PRODUCTION) ? 23 : 25);
            for (String orphanCount : orphanCounts) {
                assertThat(number(database, orphanCount)).as(orphanCount).isZero();
            }
        }
    }

    @Test
    void restoresEveryIndexThatTheLoadPostpones() throws SQLException {
        execute("postgres", "CREATE DATABASE empty");
        migrate("empty", mainCheckout);
        String definitions =
                """
                SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1
                """;
        String constraints =
                """
                SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                  FROM pg_constraint
                 WHERE connamespace = 'public'::regnamespace
                 ORDER BY 1
                """;

        assertThat(column(PRODUCTION, definitions)).isEqualTo(column("empty", definitions));
        assertThat(column(PRODUCTION, constraints)).isEqualTo(column("empty", constraints));
    }

    @Test
    void givesTheSameRowsEveryTime() throws Exception {
        String digest =
                """
                SELECT md5(string_agg(digest, '' ORDER BY digest))
                  FROM (SELECT md5(customer::text) FROM customer
                         UNION ALL SELECT md5(payment::text) FROM payment
                         UNION ALL SELECT md5(review::text) FROM review
                         UNION ALL SELECT md5(order_line::text) FROM order_line WHERE order_id % 10 = 0
                         UNION ALL SELECT md5(book::text) FROM book) AS row (digest)
                """;
        execute("postgres", "CREATE DATABASE again TEMPLATE " + PRODUCTION);

        execute("again", Files.readString(EXAMPLE.resolve("production/data.sql")));

        assertThat(column("again", digest)).isEqualTo(column(PRODUCTION, digest));
    }

    @Test
    void tellsATrueStory() throws SQLException {
        assertNone(
                "payments of another amount than their order",
                """
                SELECT count(*)
                  FROM payment
                 WHERE amount <> (SELECT sum(quantity * unit_price) FROM order_line WHERE order_id = payment.order_id)
                """);
        assertNone(
                "orders older than their customer",
                """
                SELECT count(*) FROM orders JOIN customer ON customer.id = customer_id WHERE placed_at < created_at
                """);
        assertNone(
                "books sold before they were out",
                """
                SELECT count(*)
                  FROM order_line
                  JOIN orders ON orders.id = order_id
                  JOIN book ON book.id = book_id
                 WHERE placed_at < published_on
                """);
        assertNone(
                "account numbers with a wrong checksum",
                """
                SELECT count(*) FROM payment WHERE (substr(iban, 5) || '1314' || substr(iban, 3, 2))::numeric % 97 <> 1
                """);
        assertNone(
                "mail addresses that could belong to somebody",
                """
                SELECT count(*)
                  FROM customer
                 WHERE email !~ '^[a-z.]+[0-9]+@(example\\.(com|org|net)|(mail|post)\\.example)$'
                """);
    }

    @Test
    void goesOnCountingAfterTheLastRow() throws SQLException {
        assertThat(number(PRODUCTION, "SELECT max(id) + 1 - nextval('customer_id_seq') FROM customer"))
                .isZero();
        assertThat(number(PRODUCTION, "SELECT max(id) + 1 - nextval('book_id_seq') FROM book"))
                .isZero();
        assertThat(number(PRODUCTION, "SELECT max(id) + 1 - nextval('orders_id_seq') FROM orders"))
                .isZero();
        assertThat(number(PRODUCTION, "SELECT max(id) + 1 - nextval('payment_id_seq') FROM payment"))
                .isZero();
        assertThat(number(PRODUCTION, "SELECT max(id) + 1 - nextval('review_id_seq') FROM review"))
                .isZero();
    }

    @Test
    void ratesEveryBookFromItsReviews() throws SQLException {
        assertThat(number(RATINGS, "SELECT count(*) FROM rating"))
                .isEqualTo(number(RATINGS, "SELECT count(*) FROM review"))
                .isPositive();
        assertThat(number(RATINGS, "SELECT count(*) FROM book WHERE average_rating IS NULL"))
                .isZero();
        assertThat(number(RATINGS, "SELECT count(DISTINCT average_rating) FROM book"))
                .isGreaterThan(100);
    }

    @Test
    void showsRowsAtMain() throws Exception {
        try (Shop shop = Shop.open(mainCheckout, PRODUCTION)) {
            HttpResponse<String> front = shop.get("/");
            assertThat(front.statusCode()).isEqualTo(200);
            assertThat(front.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
            assertThat(front.body())
                    .contains("<b>10,000</b> books", "<b>60,000</b> readers", "<b>200,000</b> orders")
                    .contains("Commit <code>0123456789ab</code>")
                    .doesNotContain("Rating")
                    .containsPattern("<a href=\"/book/\\d+\">");
            assertThat(front.body().split("<tr>")).hasSize(1 + 2 + 20);

            assertThat(shop.get("/health").statusCode()).isEqualTo(200);
            assertThat(shop.get("/health").body()).isEqualTo("ok\n");
            assertThat(shop.get("/book/1").body()).contains("<h2>What readers say</h2>");
            assertThat(shop.get("/book/99999").statusCode()).isEqualTo(404);
            assertThat(shop.get("/books").statusCode()).isEqualTo(404);
            assertThat(shop.get("/books").body()).contains("Not on our shelves");
        }
    }

    @Test
    void showsTheNewColumnWithTheRatings() throws Exception {
        try (Shop shop = Shop.open(ratingsCheckout, RATINGS)) {
            assertThat(shop.get("/").body())
                    .contains("<th>Rating</th>")
                    .containsPattern("<td class=\"rating\"><span class=\"stars\" title=\"[1-5] of 5\">[★☆]{5}</span>"
                            + " <b>[1-5]\\.\\d\\d</b></td>");
            assertThat(shop.get("/book/1").body()).containsPattern("<p class=\"rating\">.*<b>[1-5]\\.\\d\\d</b></p>");
        }
    }

    @Test
    void compilesAtEveryCommitOfTheBranch() throws Exception {
        List<Path> commits = ratingsCommits();
        for (int i = 1; i <= commits.size(); i++) {
            assertThat(Files.readString(commits.get(i - 1).resolve("COMMIT_MESSAGE"))
                            .lines()
                            .findFirst()
                            .orElseThrow())
                    .hasSizeLessThanOrEqualTo(72);
            checkout("commit-" + i, commits.subList(0, i));
        }
    }

    @Test
    void escapesWhatTheDatabaseHolds() throws Exception {
        execute("postgres", "CREATE DATABASE hostile TEMPLATE " + PRODUCTION);
        execute("hostile", "UPDATE book SET title = '<script>alert(\"1\")</script> & ''x''' WHERE id = 1");
        try (Shop shop = Shop.open(mainCheckout, "hostile")) {
            assertThat(shop.get("/book/1").body())
                    .contains("<h1>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</h1>")
                    .doesNotContain("<script>");
        }
    }

    @Test
    void isNotHealthyWithoutItsDatabaseAndRecoversWithIt() throws Exception {
        execute("postgres", "CREATE DATABASE brief TEMPLATE " + PRODUCTION);
        try (Shop shop = Shop.open(mainCheckout, "brief")) {
            assertThat(shop.get("/health").statusCode()).isEqualTo(200);

            execute("postgres", "DROP DATABASE brief WITH (FORCE)");
            assertThat(shop.get("/health").statusCode()).isEqualTo(503);
            assertThat(shop.get("/").statusCode()).isEqualTo(503);

            execute("postgres", "CREATE DATABASE brief TEMPLATE " + PRODUCTION);
            assertThat(shop.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysWhatIsMissingInItsEnvironment() throws Exception {
        assertThat(failure(Map.of("DATABASE_URL", "postgresql://u:secret@localhost/x")))
                .isEqualTo("The bookshop cannot start: PORT is not set. It names the port to listen on.\n");
        assertThat(failure(Map.of("PORT", "8080")))
                .isEqualTo("The bookshop cannot start: DATABASE_URL is not set. It names the database, as"
                        + " postgresql://user:password@host:port/name.\n");
        assertThat(failure(Map.of("PORT", "http", "DATABASE_URL", "postgresql://u:secret@localhost/x")))
                .isEqualTo("The bookshop cannot start: PORT is \"http\", which is not a port between 1 and 65535.\n");
        assertThat(failure(Map.of("PORT", "8080", "DATABASE_URL", "mysql://u:secret@localhost/x")))
                .isEqualTo("The bookshop cannot start: DATABASE_URL does not have the form"
                        + " postgresql://user:password@host:port/name.\n");
    }

    private static String failure(Map<String, String> environment) throws Exception {
        Process process = java(mainCheckout, environment).start();
        assertThat(process.waitFor(10, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return new String(process.getErrorStream().readAllBytes(), UTF_8);
    }

    /** What the demo does: main's files, those of each commit over them, the driver, and the build. */
    private static Path checkout(String name, List<Path> commits) throws Exception {
        Path checkout = folder.resolve(name);
        copy(EXAMPLE.resolve("repository/main"), checkout);
        for (Path commit : commits) {
            copy(commit, checkout);
        }
        Path driver = Path.of(org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Files.copy(driver, Files.createDirectories(checkout.resolve("lib")).resolve("postgresql.jar"));
        List<String> command = new ArrayList<>(List.of(
                jdk("javac"), "--release", "21", "-Xlint:all", "-Werror", "-d", "build", "-cp", "lib/postgresql.jar"));
        try (Stream<Path> sources = Files.list(checkout.resolve("src"))) {
            sources.map(Path::toString).sorted().forEach(command::add);
        }
        Process compiler = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(compiler.getInputStream().readAllBytes(), UTF_8);
        assertThat(compiler.waitFor()).as(output).isZero();
        return checkout;
    }

    private static List<Path> ratingsCommits() throws IOException {
        try (Stream<Path> commits = Files.list(EXAMPLE.resolve("repository/ratings"))) {
            return commits.sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void migrate(String database, Path checkout) {
        Flyway.configure()
                .dataSource(server.administrator().withDatabase(database).dataSource())
                .locations("filesystem:" + checkout.resolve("db/migration"))
                .load()
                .migrate();
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection =
                        server.administrator().withDatabase(database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> column(String database, String sql) throws SQLException {
        try (Connection connection =
                        server.administrator().withDatabase(database).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static long number(String database, String sql) throws SQLException {
        return Long.parseLong(column(database, sql).getFirst());
    }

    private static void assertNone(String what, String count) throws SQLException {
        assertThat(number(PRODUCTION, count)).as(what).isZero();
    }

    private static Path example() {
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.isDirectory(path.resolve("examples/bookshop"))) {
                return path.resolve("examples/bookshop");
            }
        }
        throw new IllegalStateException("examples/bookshop is not below any parent of the working directory");
    }

    private static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static ProcessBuilder java(Path checkout, Map<String, String> environment) {
        ProcessBuilder process = new ProcessBuilder(
                        jdk("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        "build" + File.pathSeparator + "lib/*",
                        "Bookshop")
                .directory(checkout.toFile());
        process.environment().keySet().removeAll(List.of("PORT", "DATABASE_URL", "HOST", "DIORAMA_SHA"));
        process.environment().putAll(environment);
        return process;
    }

    /** The bookshop as a running process; closing it asks it to stop and expects that it does. */
    private record Shop(Process process, int port, HttpClient client) implements AutoCloseable {
        static Shop open(Path checkout, String database) throws Exception {
            int port = freePort();
            Process process = java(
                            checkout,
                            Map.of(
                                    "PORT",
                                    String.valueOf(port),
                                    "DATABASE_URL",
                                    "postgresql://shop:p%%40ss@127.0.0.1:%d/%s"
                                            .formatted(server.administrator().port(), database),
                                    "DIORAMA_SHA",
                                    "0123456789abcdef0123456789abcdef01234567"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            // The line it prints once it is open.
            assertThat(process.inputReader(UTF_8).readLine())
                    .isEqualTo("The bookshop is open on http://127.0.0.1:%d/".formatted(port));
            return new Shop(process, port, HttpClient.newHttpClient());
        }

        HttpResponse<String> get(String path) throws Exception {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(UTF_8));
        }

        @Override
        public void close() {
            client.close();
            process.destroy();
            boolean stopped = !process.onExit()
                    .completeOnTimeout(process, 5, SECONDS)
                    .join()
                    .isAlive();
            process.destroyForcibly();
            assertThat(stopped).as("stops within 5 s of SIGTERM").isTrue();
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }
}
