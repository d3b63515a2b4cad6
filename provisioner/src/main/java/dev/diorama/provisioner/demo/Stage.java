package dev.diorama.provisioner.demo;

import dev.diorama.provisioner.api.ApiClient;
import dev.diorama.provisioner.embedded.EmbeddedServer;
import dev.diorama.provisioner.failure.CommandFailure;
import dev.diorama.provisioner.installation.Installation;
import dev.diorama.provisioner.interruption.Interruption;
import dev.diorama.provisioner.terminal.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/**
 * Everything that a pull request needs around it: production, staging, a repository, a server. Made side by side, as
 * each part allows; removed by {@link DemoFolder#removeEverything}, however far it came.
 */
record Stage(DemoFolder folder, Staging staging) {
    private static final int PARTS = 4;

    /** Makes all of it. Whatever was begun has ended when this returns or throws. */
    static Stage set(Installation installation, DemoFolder folder, URI address, ApiClient client, Progress progress)
            throws InterruptedException {
        var bookshop = installation.bookshop();
        var production = new CompletableFuture<Production>();
        var staging = new CompletableFuture<Staging>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = new ExecutorCompletionService<String>(threads);
            parts.submit(part(progress, "production", () -> {
                var postgres = EmbeddedServer.start(folder.production());
                production.complete(new Production(postgres));
                return Interruption.abortable(() -> production.join().fill(bookshop), postgres::close);
            }));
            parts.submit(part(progress, "staging", () -> {
                staging.complete(Staging.prepare(EmbeddedServer.start(folder.staging())));
                return "PostgreSQL for state, samples and clones";
            }));
            parts.submit(part(progress, "repository", () -> BookshopRepository.make(folder.repository(), bookshop)));
            parts.submit(part(progress, "server", () -> {
                // It starts while production is still being filled.
                DemoServer.start(
                        installation,
                        folder,
                        address,
                        staging.get(),
                        production.get().reader(),
                        client);
                return address.toString();
            }));
            try {
                for (int part = 0; part < PARTS; part++) {
                    parts.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw failure(e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
        return new Stage(folder, staging.join());
    }

    /** What is still there of environments; nothing once they were removed. */
    List<String> leftovers() {
        var leftovers = new ArrayList<>(staging.clones());
        leftovers.addAll(files(folder.serverHome().resolve("run")));
        leftovers.addAll(files(folder.serverHome().resolve("checkouts")));
        return leftovers;
    }

    private static Callable<String> part(Progress progress, String name, Callable<String> work) {
        return () -> {
            progress.begun(name);
            var detail = work.call();
            progress.done(name, detail);
            return detail;
        };
    }

    private static RuntimeException failure(ExecutionException failure) {
        return failure.getCause() instanceof RuntimeException known
                ? known
                : new CommandFailure(String.valueOf(failure.getCause()), failure);
    }

    private static List<String> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
