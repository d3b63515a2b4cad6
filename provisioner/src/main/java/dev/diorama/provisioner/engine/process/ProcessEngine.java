package dev.diorama.provisioner.engine.process;

import dev.diorama.provisioner.configuration.Stack;
import dev.diorama.provisioner.engine.Build;
import dev.diorama.provisioner.engine.Engine;
import dev.diorama.provisioner.engine.RunningStack;
import dev.diorama.provisioner.engine.Start;
import dev.diorama.provisioner.environment.StepFailure;
import dev.diorama.provisioner.environment.StepLog;
import dev.diorama.provisioner.interruption.Interruption;
import dev.diorama.provisioner.probe.HttpProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs services as child processes of this machine, each in a session of its own. It is no boundary against hostile
 * code: a service can do what the server's user can do. Thread-safe for different environments.
 */
public final class ProcessEngine implements Engine {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration OUTPUT_PATIENCE = Duration.ofSeconds(2);
    private static final int FAILURE_LINES = 30;

    private final Path root;
    private final HttpProbe probe;

    /**
     * An engine.
     *
     * @param root the folder for what it must find again after a restart
     */
    public ProcessEngine(Path root, HttpProbe probe) {
        this.root = root;
        this.probe = probe;
    }

    @Override
    public void build(Build build, StepLog log) throws InterruptedException {
        if (build.stack().build().isEmpty()) {
            log.line("Nothing to build");
            return;
        }
        var group = folder(build.environmentId()).build();
        group.stop();
        var command = build.stack().build().get();
        log.line("$ " + command);
        var process = group.start(command, build.checkout(), ShellEnvironment.forBuild(build), Optional.empty());
        var output = Thread.ofVirtual().start(() -> copy(process, log));
        try {
            int status = process.waitFor();
            output.join(OUTPUT_PATIENCE);
            if (status != 0) {
                throw new StepFailure("The build command ended with exit code %d: %s".formatted(status, command));
            }
        } finally {
            Interruption.shield(() -> {
                group.stop(process);
                // A child that left the group may hold the output open for ever.
                output.join(OUTPUT_PATIENCE);
            });
        }
    }

    @Override
    public RunningStack start(Start start, StepLog log) throws InterruptedException {
        var folder = folder(start.environmentId());
        if (folder.running().orElse(0) == start.generation()) {
            log.line("All services run already");
            return stack(start.environmentId(), start.generation());
        }
        folder.remove(start.generation());
        var stack = new RunningStack(
                start.generation(), freePorts(start.stack()), start.stack().publicService());
        folder.intend(stack);
        var processes = new LinkedHashMap<Stack.Service, Process>();
        boolean healthy = false;
        try {
            for (var service : start.stack().services()) {
                log.line("$ " + service.run());
                processes.put(service, run(start, service, stack));
            }
            for (var service : processes.entrySet()) {
                awaitHealth(start, service.getKey(), service.getValue(), stack, log);
            }
            folder.markHealthy(start.generation());
            healthy = true;
            return stack;
        } finally {
            if (!healthy) {
                stopServices(start, processes);
            }
        }
    }

    private Process run(Start start, Stack.Service service, RunningStack stack) {
        var folder = folder(start.environmentId());
        return folder.service(start.generation(), service.name())
                .start(
                        service.run(),
                        start.checkout(),
                        ShellEnvironment.forService(start, service, stack.ports()),
                        Optional.of(folder.log(start.generation(), service.name())));
    }

    @Override
    public OptionalLong running(long environmentId) {
        return folder(environmentId).running();
    }

    @Override
    public RunningStack stack(long environmentId, long generation) {
        return folder(environmentId).intended(generation);
    }

    @Override
    public void keepOnly(long environmentId, long generation) throws InterruptedException {
        var folder = folder(environmentId);
        for (long other : folder.generations()) {
            if (other != generation) {
                folder.remove(other);
            }
        }
    }

    @Override
    public void stopServices(long environmentId) throws InterruptedException {
        folder(environmentId).removeGenerations();
    }

    @Override
    public void remove(long environmentId) throws InterruptedException {
        folder(environmentId).remove();
    }

    /**
     * Stops and removes everything below the folder of an engine whose server is gone.
     *
     * @return the environments of which there was something
     */
    public static List<Long> removeAll(Path root) throws InterruptedException {
        var left = environments(root);
        for (long environmentId : left) {
            new RunFolder(root.resolve(Long.toString(environmentId))).remove();
        }
        return left;
    }

    @Override
    public List<Long> environments() {
        return environments(root);
    }

    private static List<Long> environments(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,18}"))
                    .map(Long::parseLong)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> services(long environmentId) {
        var folder = folder(environmentId);
        return folder.generations().stream()
                .findFirst()
                .map(generation -> folder.intended(generation).ports().keySet())
                .orElse(Set.of());
    }

    @Override
    public List<String> logs(long environmentId, String service, int lines) {
        var folder = folder(environmentId);
        return folder.generations().stream()
                .findFirst()
                .map(generation -> folder.tail(generation, service, lines))
                .orElse(List.of());
    }

    private void awaitHealth(Start start, Stack.Service service, Process process, RunningStack stack, StepLog log)
            throws InterruptedException {
        int port = Objects.requireNonNull(stack.ports().get(service.name()));
        long deadline = System.nanoTime() + service.healthTimeout().toNanos();
        while (true) {
            var answer = probe.service(port, service.health());
            // Looked at after the answer, because somebody else may answer at the port of a service that ended.
            if (!process.isAlive()) {
                tail(start, service, log);
                throw new StepFailure("Service \"%s\" ended with exit code %d before it was healthy: %s"
                        .formatted(service.name(), process.exitValue(), service.run()));
            }
            if (answer.healthy()) {
                log.line("%s answers %s with %s".formatted(service.name(), service.health(), answer.words()));
                return;
            }
            if (System.nanoTime() > deadline) {
                tail(start, service, log);
                throw new StepFailure("Service \"%s\" was not healthy within %d s: GET %s on its port gave: %s. %s"
                        .formatted(
                                service.name(),
                                service.healthTimeout().toSeconds(),
                                service.health(),
                                answer.words(),
                                answer.status() > 0 ? "Is health: right?" : "Does it listen on $PORT?"));
            }
            process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void tail(Start start, Stack.Service service, StepLog log) {
        folder(start.environmentId())
                .tail(start.generation(), service.name(), FAILURE_LINES)
                .forEach(log::line);
    }

    /** The logs stay for those who ask why; the processes do not. */
    private void stopServices(Start start, Map<Stack.Service, Process> processes) {
        Interruption.shield(() -> {
            for (var service : processes.entrySet()) {
                folder(start.environmentId())
                        .service(start.generation(), service.getKey().name())
                        .stop(service.getValue());
            }
        });
    }

    /** Ports that nobody uses now; all are held until all are chosen, so they differ. */
    private static Map<String, Integer> freePorts(Stack stack) {
        var sockets = new ArrayList<ServerSocket>();
        var ports = new LinkedHashMap<String, Integer>();
        try {
            for (var service : stack.services()) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                ports.put(service.name(), socket.getLocalPort());
            }
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ports;
    }

    private static void copy(Process process, StepLog log) {
        try (var lines = process.inputReader()) {
            lines.lines().forEach(log::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunFolder folder(long environmentId) {
        return new RunFolder(root.resolve(Long.toString(environmentId)));
    }
}
