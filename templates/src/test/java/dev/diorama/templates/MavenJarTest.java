package dev.diorama.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds and runs a small Maven project by the template {@code maven-jar}. */
class MavenJarTest {
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(3);
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);

    private static final String POM =
            """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>example</groupId>
              <artifactId>hello</artifactId>
              <version>1</version>
              <properties>
                <maven.compiler.release>21</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <build>
                <plugins>
                  <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
                  <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.1</version></plugin>
                  <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.4</version></plugin>
                  <plugin>
                    <artifactId>maven-jar-plugin</artifactId>
                    <version>3.4.2</version>
                    <configuration>
                      <archive><manifest><mainClass>Hello</mainClass></manifest></archive>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String APPLICATION =
            """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;

            class Hello {
                public static void main(String[] arguments) throws Exception {
                    int port = Integer.parseInt(System.getenv("PORT"));
                    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
                    server.createContext("/", exchange -> {
                        byte[] answer = ("database " + System.getenv("DATABASE_URL")).getBytes();
                        exchange.sendResponseHeaders(200, answer.length);
                        exchange.getResponseBody().write(answer);
                        exchange.close();
                    });
                    server.start();
                }
            }
            """;

    private final Template template = Template.named("maven-jar");
    private final Section web = template.services().section("web");

    @TempDir
    Path folder;

    Checkout checkout;

    @BeforeEach
    void checkOut() {
        checkout = new Checkout(folder.resolve("a checkout"));
    }

    @Test
    void answersOnItsPortWithItsDatabase() throws Exception {
        Path repository = Path.of("..");
        checkout.write("pom.xml", POM);
        checkout.write("src/main/java/Hello.java", APPLICATION);
        checkout.copy(repository.resolve("mvnw"), "mvnw");
        checkout.copy(
                repository.resolve(".mvn/wrapper/maven-wrapper.properties"), ".mvn/wrapper/maven-wrapper.properties");
        runToItsEnd(template.stack().text("build"), Map.of(), 0);

        int port = freePort();
        Map<String, String> environment =
                Map.of("PORT", String.valueOf(port), "DATABASE_URL", "postgresql://clone@127.0.0.1:5432/pr_1");
        Process service = checkout.start(web.text("run"), environment);
        try {
            HttpResponse<String> response = firstAnswer(service, port, web.text("health"));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("database postgresql://clone@127.0.0.1:5432/pr_1");
        } finally {
            service.destroy();
        }
        assertThat(service.waitFor(10, TimeUnit.SECONDS)).as("the service ends").isTrue();
        assertThat(service.descendants()).isEmpty();
    }

    @Test
    void buildsWithMavenFromPathWhereThereIsNoWrapper() throws Exception {
        checkout.write("pom.xml", POM);
        checkout.executable("tools/mvn", "#!/bin/sh\necho \"mvn $*\"\n");

        String path = checkout.folder().resolve("tools") + ":" + System.getenv("PATH");
        runToItsEnd(template.stack().text("build"), Map.of("PATH", path), 0);

        assertThat(checkout.log()).isEqualTo("mvn -B -ntp -DskipTests package\n");
    }

    @Test
    void refusesToRunWhereNoJarIsRunnable() throws Exception {
        jar("target/library.jar", "");
        jar("target/original-hello.jar", "--main-class=Hello");

        runToItsEnd(web.text("run"), Map.of(), 1);

        assertThat(checkout.log()).isEqualTo("No jar in target/ has a Main-Class in its manifest.\n");
    }

    @Test
    void refusesToChooseBetweenRunnableJars() throws Exception {
        jar("target/one.jar", "--main-class=Hello");
        jar("target/two.jar", "--main-class=Hello");
        jar("target/two-sources.jar", "");

        runToItsEnd(web.text("run"), Map.of(), 1);

        assertThat(checkout.log())
                .isEqualTo(
                        "More than one jar in target/ has a Main-Class in its manifest: target/one.jar target/two.jar\n");
    }

    private void jar(String path, String option) throws IOException, InterruptedException {
        checkout.write("Hello.txt", "hello");
        checkout.write("target/.keep", "");
        runToItsEnd("\"$JAVA_HOME/bin/jar\" --create --file %s %s Hello.txt".formatted(path, option), Map.of(), 0);
    }

    private void runToItsEnd(String command, Map<String, String> environment, int exitCode)
            throws IOException, InterruptedException {
        Process process = checkout.start(command, environment);
        boolean ended = process.waitFor(BUILD_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(checkout.log()).isTrue();
        assertThat(process.exitValue()).as(checkout.log()).isEqualTo(exitCode);
    }

    private HttpResponse<String> firstAnswer(Process service, int port, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    return client.send(request, BodyHandlers.ofString());
                } catch (ConnectException e) {
                    assertThat(service.isAlive()).as(checkout.log()).isTrue();
                    assertThat(System.nanoTime()).as(checkout.log()).isLessThan(end);
                    Thread.sleep(50);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
