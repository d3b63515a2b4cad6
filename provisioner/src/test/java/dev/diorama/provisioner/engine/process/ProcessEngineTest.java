package dev.diorama.provisioner.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diorama.provisioner.configuration.Stack;
import dev.diorama.provisioner.engine.Build;
import dev.diorama.provisioner.engine.Start;
import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.provisioner.probe.HttpProbe;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real processes: a web server in one file of Java, and shell commands. */
class ProcessEngineTest {
    private static final String SHA = "b".repeat(40);
    private static Vertx vertx;

    @TempDir
    private Path folder;

    private Path checkout;
    private ProcessEngine engine;
    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void openVertx() {
        vertx = Vertx.vertx(new VertxOptions()
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    @AfterAll
    static void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectory(folder.resolve("checkout"));
        Files.writeString(
                checkout.resolve("Web.java"),
                """
                import com.sun.net.httpserver.HttpServer;
                import java.net.InetSocketAddress;

                class Web {
                    public static void main(String... arguments) throws Exception {
                        var server = HttpServer.create(
                                new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT"))), 0);
                        server.createContext("/", exchange -> {
                            var body = System.getenv("DIORAMA_SHA").getBytes();
                            exchange.sendResponseHeaders(200, body.length);
                            exchange.getResponseBody().write(body);
                            exchange.close();
                        });
                        server.start();
                        System.out.println("listening");
                    }
                }
                """);
        engine = new ProcessEngine(folder.resolve("run"), new HttpProbe(vertx));
    }

    @AfterEach
    void removeEverything() throws InterruptedException {
        for (long environment : engine.environments()) {
            engine.remove(environment);
        }
    }

    @Test
    void startsAServiceAndRemovesEveryTraceOfIt() throws Exception {
        var running = engine.start(start(1, web("java Web.java")), log::add);

        assertThat(new HttpProbe(vertx)
                        .service(Objects.requireNonNull(running.ports().get("web")), "/")
                        .words())
                .isEqualTo("HTTP 200");
        assertThat(engine.running(7)).hasValue(1);
        assertThat(engine.logs(7, "web", 10)).containsExactly("listening");
        long pid = pid(1);

        engine.remove(7);

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(engine.running(7)).isEmpty();
        assertThat(engine.environments()).isEmpty();
    }

    @Test
    void findsAgainWhatAnEarlierEngineStarted() throws Exception {
        var before = engine.start(start(1, web("java Web.java")), log::add);

        var successor = new ProcessEngine(folder.resolve("run"), new HttpProbe(vertx));

        assertThat(successor.running(7)).hasValue(1);
        assertThat(successor.stack(7, 1)).isEqualTo(before);
        assertThat(successor.start(start(1, web("java Web.java")), log::add)).isEqualTo(before);
    }

    @Test
    void keepsTheOldGenerationUntilItIsTold() throws Exception {
        engine.start(start(1, web("java Web.java")), log::add);
        long old = pid(1);
        engine.start(start(2, web("java Web.java")), log::add);

        assertThat(engine.running(7)).hasValue(2);
        assertThat(ProcessHandle.of(old).filter(ProcessHandle::isAlive)).isPresent();

        engine.keepOnly(7, 2);

        assertThat(ProcessHandle.of(old).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(engine.running(7)).hasValue(2);
    }

    @Test
    void seesThatAServiceDied() throws Exception {
        engine.start(start(1, web("java Web.java")), log::add);
        var process = ProcessHandle.of(pid(1)).orElseThrow();

        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);

        assertThat(engine.running(7)).isEmpty();
    }

    @Test
    void endsChildrenThatAServiceLeftBehind() throws Exception {
        var childFile = folder.resolve("child.pid");
        engine.start(start(1, web("sleep 1000 & echo $! > '%s'; exec java Web.java".formatted(childFile))), log::add);
        long child = Long.parseLong(Files.readString(childFile).strip());
        var leader = ProcessHandle.of(pid(1)).orElseThrow();
        leader.destroyForcibly();
        leader.onExit().get(10, TimeUnit.SECONDS);
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isPresent();

        engine.remove(7);

        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void tellsThatAServiceEndedAndShowsItsLastLines() {
        assertThatThrownBy(() -> engine.start(start(1, web("echo no database; exit 3")), log::add))
                .isInstanceOf(StepFailure.class)
                .hasMessage("Service \"web\" ended with exit code 3 before it was healthy: echo no database; exit 3");
        assertThat(log).contains("no database");
    }

    @Test
    void tellsThatAServiceNeverGotHealthyAndStopsIt() throws Exception {
        var service = new Stack.Service("web", "exec sleep 1000", "/health", Duration.ofMillis(300));

        assertThatThrownBy(() -> engine.start(start(1, service), log::add))
                .isInstanceOf(StepFailure.class)
                .hasMessageStartingWith("Service \"web\" was not healthy within 0 s: GET /health on its port gave: ")
                .hasMessageEndingWith("Does it listen on $PORT?");
        assertThat(engine.running(7)).isEmpty();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").endsWith("sleep 1000")))
                .isEmpty();
    }

    @Test
    void passesNoVariableOfTheServerOnThatItDoesNotNeed() throws Exception {
        engine.build(build("env"), log::add);

        assertThat(log.stream().filter(line -> line.contains("=")).map(line -> line.substring(0, line.indexOf('='))))
                .isSubsetOf(
                        "HOME",
                        "USER",
                        "LANG",
                        "LC_ALL",
                        "TZ",
                        "TMPDIR",
                        "JAVA_HOME",
                        "PATH",
                        "DIORAMA_SHA",
                        "PWD",
                        "OLDPWD",
                        "SHLVL",
                        "_");
    }

    @Test
    void tellsThatABuildFailed() {
        assertThatThrownBy(() -> engine.build(build("echo broken; exit 4"), log::add))
                .isInstanceOf(StepFailure.class)
                .hasMessage("The build command ended with exit code 4: echo broken; exit 4");
        assertThat(log).containsExactly("$ echo broken; exit 4", "broken");
    }

    @Test
    void givesUpABuildWhenInterrupted() throws Exception {
        var began = new CountDownLatch(1);
        var builder = Thread.ofVirtual().start(() -> {
            try {
                engine.build(build("echo began; sleep 1001 & wait"), line -> {
                    if (line.equals("began")) {
                        began.countDown();
                    }
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();

        builder.interrupt();

        assertThat(builder.join(Duration.ofSeconds(10))).isTrue();
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").endsWith("sleep 1001")))
                .isEmpty();
    }

    private long pid(long generation) throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("run/7/" + generation + "/web.pid"))
                .strip());
    }

    private Build build(String command) {
        var stack = new Stack(
                Optional.of(command),
                List.of(new Stack.Service("web", "x", "/", Duration.ofSeconds(1))),
                "web",
                Optional.empty());
        return new Build(7, 1, SHA, checkout, stack);
    }

    private static Stack.Service web(String run) {
        return new Stack.Service("web", run, "/", Duration.ofSeconds(30));
    }

    private Start start(long generation, Stack.Service service) {
        return new Start(
                7,
                generation,
                SHA,
                checkout,
                new Stack(Optional.empty(), List.of(service), service.name(), Optional.empty()),
                "postgresql://nobody@localhost/nothing",
                URI.create("http://pr-1.bookshop.localhost/"));
    }
}
