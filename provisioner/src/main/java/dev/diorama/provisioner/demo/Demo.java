package dev.diorama.provisioner.demo;

import dev.diorama.provisioner.api.ApiClient;
import dev.diorama.provisioner.api.EnvironmentName;
import dev.diorama.provisioner.api.EnvironmentView;
import dev.diorama.provisioner.api.PushRequest;
import dev.diorama.provisioner.environment.Phase;
import dev.diorama.provisioner.environment.StepState;
import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.provisioner.installation.Installation;
import dev.diorama.provisioner.interruption.Interruption;
import dev.diorama.provisioner.terminal.Following;
import dev.diorama.provisioner.terminal.Progress;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The main job on one machine, from a production database to a link in a pull request. Whatever happens in between, an
 * error or a signal, everything is removed at the end. Used once, by one thread.
 */
public final class Demo {
    static {
        // The JDK's client calls a machine by another name only if this was said before its first use.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final String PROJECT = "bookshop";
    private static final int ROWS_SHOWN = 5;
    private static final int LOG_LINES = 50;
    private static final Duration REMOVAL_TIMEOUT = Duration.ofSeconds(30);

    private final Installation installation;
    private final URI address;
    private final PrintWriter out;

    /** A demo whose server listens on this port of the loopback address. */
    public Demo(Installation installation, int port, PrintWriter out) {
        this.installation = installation;
        this.address = URI.create("http://localhost:" + port);
        this.out = out;
    }

    /** What is done with the environment once it is ready. */
    @FunctionalInterface
    private interface Ending {
        void of(EnvironmentView environment, DemoFolder folder) throws InterruptedException;
    }

    /** How an environment ends, whatever happens before. */
    @FunctionalInterface
    private interface Removal extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Shows everything, opens the link, and ends.
     *
     * @throws CommandFailure when something of it does not work; everything was removed then
     */
    public void once() {
        run((environment, folder) -> printPage(environment));
    }

    /** Shows everything and stays until a signal comes. */
    public void untilStopped() {
        run((environment, folder) -> {
            out.println(new Invitation(environment, address, folder.repository()).text());
            while (folder.serverProcess().alive()) {
                TimeUnit.SECONDS.sleep(1);
            }
            throw new CommandFailure("The server ended, which it should not; run the demo again");
        });
    }

    /** A signal interrupts this thread, wherever it is; the JVM then waits until everything was removed. */
    private void run(Ending ending) {
        var worker = Thread.currentThread();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            worker.interrupt();
            awaitQuietly(ended);
        }));
        try {
            for (var folder : DemoFolder.removeLeftovers()) {
                out.println("Removed what an earlier demo had left: " + folder);
            }
            // Only now, because what an earlier demo had left may have held the port.
            Preconditions.check(address.getPort());
            perform(DemoFolder.make(), ending);
        } catch (InterruptedException e) {
            // It was asked to end, and did.
        } finally {
            ended.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(DemoFolder folder, Ending ending) throws InterruptedException {
        try (var progress = Progress.to(out);
                var client = new ApiClient(address)) {
            out.println("A bookshop with its production database, and a pull request to it:\n");
            var stage = Stage.set(installation, folder, address, client, progress);
            show(folder, stage, client, progress, ending);
        } finally {
            Interruption.shield(folder::removeEverything);
            out.println("Stopped the server and both databases, and removed %s.".formatted(folder.root()));
        }
    }

    @SuppressWarnings("try") // the removal only has to happen
    private void show(DemoFolder folder, Stage stage, ApiClient client, Progress progress, Ending ending)
            throws InterruptedException {
        var pushed =
                client.push(new PushRequest(PROJECT, BookshopRepository.BRANCH, Optional.of(BookshopRepository.TITLE)));
        try (Removal removal = () -> remove(pushed, stage, client, progress)) {
            out.println("\n%s  %s\n".formatted(pushed.name(), pushed.title()));
            ending.of(ready(client, pushed, progress), folder);
        }
    }

    private EnvironmentView ready(ApiClient client, EnvironmentView pushed, Progress progress) {
        var environment = new Following(client, progress).untilSettled(pushed);
        if (environment.progress() != Phase.READY) {
            printFailure(client, environment);
            throw new CommandFailure("The environment %s is not ready but %s: %s"
                    .formatted(
                            environment.name(),
                            environment.phase(),
                            environment.failure().orElse("no reason was given")));
        }
        out.println("\nThe comment in the pull request:\n");
        client.comment(name(environment)).lines().forEach(line -> out.println(("  " + line).stripTrailing()));
        out.println();
        return environment;
    }

    private void printPage(EnvironmentView environment) throws InterruptedException {
        var page = FrontPage.open(environment.link());
        out.println("The page behind %s shows:\n".formatted(environment.link()));
        page.rows().stream().limit(ROWS_SHOWN).forEach(cells -> out.println("  " + String.join(" | ", cells)));
        out.println();
    }

    private void printFailure(ApiClient client, EnvironmentView environment) {
        environment.steps().stream()
                .filter(step -> step.state().equals(StepState.FAILED.word()))
                .findFirst()
                .ifPresent(step -> {
                    out.println("\nThe last lines of %s:\n".formatted(step.name()));
                    client.logs(name(environment), Optional.of(step.name()), Optional.empty(), LOG_LINES)
                            .forEach(log -> log.lines().forEach(line -> out.println("  " + line)));
                    out.println();
                });
    }

    /** Not to be interrupted, and not for ever. */
    private void remove(EnvironmentView environment, Stage stage, ApiClient client, Progress progress) {
        try {
            CompletableFuture.runAsync(
                            () -> new Following(client, progress).untilSettled(client.destroy(name(environment))),
                            Thread::startVirtualThread)
                    .orTimeout(REMOVAL_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new CommandFailure(
                    "%s was not removed as it should be: %s".formatted(environment.name(), e.getCause()), e);
        }
        var leftovers = stage.leftovers();
        if (!leftovers.isEmpty()) {
            throw new CommandFailure(
                    "Of %s this was left: %s".formatted(environment.name(), String.join(", ", leftovers)));
        }
        out.println("Removed %s: its services, its database and role, its checkout.".formatted(environment.name()));
    }

    private static EnvironmentName name(EnvironmentView environment) {
        return new EnvironmentName(environment.project(), environment.number());
    }
}
