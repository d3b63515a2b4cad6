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
import java.util.concurrent.TimeUnit;

/**
 * Runs services as child processes of this machine, each in a session of its own. It is no boundary against hostile
 * code: a service can do what the server's user can do. Thread-safe for different environments.
 */
public final class ProcessEngine implements Engine {
    private static final Duration POLL = Duration.ofMillis(50);
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
            if (status != 0) {
                output.join();
                throw new StepFailure("The build command ended with exit code %d: %s".formatted(status, command));
            }
        } finally {
            Interruption.shield(() -> {
                group.stop();
                output.join();
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
        var ports = freePorts(start.stack());
        folder.intend(start.generation(), ports);
        var processes = new LinkedHashMap<Stack.Service, Process>();
        for (var service : start.stack().services()) {
            log.line("$ " + service.run());
            processes.put(
                    service,
                    folder.service(start.generation(), service.name())
                            .start(
                                    service.run(),
                                    start.checkout(),
                                    ShellEnvironment.forService(start, service, ports),
                                    Optional.of(folder.log(start.generation(), service.name()))));
        }
        boolean healthy = false;
        try {
            for (var service : processes.entrySet()) {
                awaitHealth(start, service.getKey(), service.getValue(), port(ports, service.getKey()), log);
            }
            folder.markHealthy(start.generation());
            healthy = true;
            return new RunningStack(start.generation(), ports);
        } finally {
            if (!healthy) {
                stopServices(folder, start);
            }
        }
    }

    @Override
    public OptionalLong running(long environmentId) {
        return folder(environmentId).running();
    }

    @Override
    public RunningStack stack(long environmentId, long generation) {
        return new RunningStack(generation, folder(environmentId).ports(generation));
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
    public List<String> logs(long environmentId, String service, int lines) {
        var folder = folder(environmentId);
        return folder.generations().stream()
                .findFirst()
                .map(generation -> folder.tail(generation, service, lines))
                .orElse(List.of());
    }

    private void awaitHealth(Start start, Stack.Service service, Process process, int port, StepLog log)
            throws InterruptedException {
        long deadline = System.nanoTime() + service.healthTimeout().toNanos();
        while (true) {
            var answer = probe.service(port, service.health());
            if (answer.answered()) {
                log.line("%s answers %s with %s".formatted(service.name(), service.health(), answer.words()));
                return;
            }
            if (!process.isAlive()) {
                tail(start, service, log);
                throw new StepFailure("Service \"%s\" ended with exit code %d before it was healthy: %s"
                        .formatted(service.name(), process.exitValue(), service.run()));
            }
            if (System.nanoTime() > deadline) {
                tail(start, service, log);
                throw new StepFailure(
                        "Service \"%s\" was not healthy within %d s: GET %s on its port gave: %s. Does it listen on $PORT?"
                                .formatted(
                                        service.name(),
                                        service.healthTimeout().toSeconds(),
                                        service.health(),
                                        answer.words()));
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
    private static void stopServices(RunFolder folder, Start start) {
        Interruption.shield(() -> {
            for (var service : start.stack().services()) {
                folder.service(start.generation(), service.name()).stop();
            }
        });
    }

    private static int port(Map<String, Integer> ports, Stack.Service service) {
        return Objects.requireNonNull(ports.get(service.name()));
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
