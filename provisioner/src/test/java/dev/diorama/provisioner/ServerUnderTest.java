package dev.diorama.provisioner;

import dev.diorama.provisioner.configuration.ServerConfiguration;
import dev.diorama.provisioner.environment.Environment;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.environment.Step;
import dev.diorama.provisioner.reconcile.StepListener;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * A provisioner with its proxy on a port: in the test's own process, or as a process of its own that can be killed.
 * As a process it is told the configuration file, a branch to push or {@code -}, and a step after which it stands still
 * or {@code -}; it prints each step that ended and each phase that it reached.
 */
final class ServerUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final Provisioner provisioner;
    private final HttpServer http;

    ServerUnderTest(ServerConfiguration configuration, StepListener listener) {
        provisioner = Provisioner.open(configuration, vertx, listener);
        http = vertx.createHttpServer().requestHandler(request -> {
            if (!provisioner.proxy().handle(request)) {
                request.response().setStatusCode(404).end("the server itself");
            }
        });
        join(http.listen(configuration.port(), "127.0.0.1"));
        provisioner.start();
    }

    ServerUnderTest(ServerConfiguration configuration) {
        this(configuration, (environment, step, state) -> {});
    }

    Provisioner provisioner() {
        return provisioner;
    }

    Environment push(String branch) {
        return provisioner.push(World.PROJECT, branch, Optional.empty());
    }

    /** Waits until a step of the environment's newest generation has begun. */
    void begun(Environment environment, Step step) throws InterruptedException {
        awaitThat(environment, now -> provisioner.steps(now).stream().anyMatch(record -> record.step() == step));
    }

    /** Waits until the environment's newest generation is settled. */
    Environment settled(Environment environment) throws InterruptedException {
        return awaitThat(environment, now -> now.phase().settled());
    }

    private Environment awaitThat(Environment environment, Predicate<Environment> condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var now = provisioner
                .find(environment.project(), environment.identity().number())
                .orElseThrow();
        while (!condition.test(now)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited %s for %s with %s".formatted(PATIENCE, now, provisioner.steps(now)));
            }
            provisioner.awaitChange(now.id(), now.revision(), Duration.ofSeconds(1));
            now = provisioner
                    .find(environment.project(), environment.identity().number())
                    .orElseThrow();
        }
        return now;
    }

    @Override
    public void close() {
        provisioner.close();
        join(http.close());
        join(vertx.close());
    }

    private static void join(Future<?> future) {
        var unused = future.toCompletionStage().toCompletableFuture().join();
    }

    public static void main(String... arguments) throws InterruptedException {
        var standstill = new CountDownLatch(1);
        try (var server =
                new ServerUnderTest(ServerConfiguration.read(Path.of(arguments[0])), (environment, step, state) -> {
                    System.out.println("ended " + step.word() + " " + state.word());
                    if (step.word().equals(arguments[2])) {
                        try {
                            standstill.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                })) {
            if (!arguments[1].equals("-")) {
                server.push(arguments[1]);
            }
            var environment = server.provisioner().find(World.PROJECT, 1).orElseThrow();
            while (true) {
                System.out.println("phase " + environment.phase().word());
                if (environment.phase() == Phase.FAILED) {
                    System.out.println(environment.failure().orElse(""));
                }
                server.provisioner().awaitChange(environment.id(), environment.revision(), Duration.ofMinutes(5));
                environment = server.provisioner().find(World.PROJECT, 1).orElseThrow();
            }
        }
    }
}
