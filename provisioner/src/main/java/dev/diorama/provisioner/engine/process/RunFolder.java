package dev.diorama.provisioner.engine.process;

import dev.diorama.provisioner.disk.FolderTree;
import dev.diorama.provisioner.engine.RunningStack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What the engine knows of one environment, on disk: {@code <generation>/stack.properties} is written before anything starts,
 * {@code <generation>/<service>.pid} by each service itself, {@code <generation>/healthy} when all of them answered.
 */
final class RunFolder {
    private static final String INTENT = "stack.properties";
    private static final String PUBLIC = "public";
    private static final String PORT = "port.";
    private static final String HEALTHY = "healthy";

    private final Path root;

    RunFolder(Path root) {
        this.root = root;
    }

    /** Every generation that left a trace, newest first. */
    List<Long> generations() {
        return names(root).stream()
                .filter(name -> name.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    void intend(RunningStack stack) {
        var properties = new Properties();
        properties.setProperty(PUBLIC, stack.publicService());
        stack.ports().forEach((service, port) -> properties.setProperty(PORT + service, Integer.toString(port)));
        try {
            Files.createDirectories(folder(stack.generation()));
            try (var writer = Files.newBufferedWriter(folder(stack.generation()).resolve(INTENT))) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningStack intended(long generation) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder(generation).resolve(INTENT))) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            // Killed before the intent was written: nothing of this generation was started.
            return new RunningStack(generation, Map.of(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ports = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PORT))
                .collect(Collectors.toMap(
                        name -> name.substring(PORT.length()), name -> Integer.valueOf(properties.getProperty(name))));
        return new RunningStack(generation, ports, properties.getProperty(PUBLIC, ""));
    }

    void markHealthy(long generation) {
        try {
            Files.writeString(folder(generation).resolve(HEALTHY), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest generation that was healthy and of which every service still runs. */
    OptionalLong running() {
        return generations().stream()
                .filter(generation -> Files.exists(folder(generation).resolve(HEALTHY)))
                .filter(generation -> intended(generation).ports().keySet().stream()
                        .allMatch(service -> service(generation, service).alive()))
                .mapToLong(generation -> generation)
                .findFirst();
    }

    ProcessGroup service(long generation, String name) {
        return new ProcessGroup(folder(generation).resolve(name + ".pid"));
    }

    ProcessGroup build() {
        return new ProcessGroup(root.resolve("build.pid"));
    }

    Path log(long generation, String service) {
        return folder(generation).resolve(service + ".log");
    }

    /** The last lines of a file that may still be written to; bytes that are no UTF-8 are replaced. */
    List<String> tail(long generation, String service, int lines) {
        var last = new ArrayDeque<String>();
        try (var stream = Files.newInputStream(log(generation, service));
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                last.add(line);
                if (last.size() > lines) {
                    last.remove();
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(last);
    }

    /** Stops what a generation started and forgets it. */
    void remove(long generation) throws InterruptedException {
        for (var name : names(folder(generation))) {
            if (name.endsWith(".pid")) {
                new ProcessGroup(folder(generation).resolve(name)).stop();
            }
        }
        FolderTree.delete(folder(generation));
    }

    void removeGenerations() throws InterruptedException {
        for (long generation : generations()) {
            remove(generation);
        }
    }

    void remove() throws InterruptedException {
        build().stop();
        removeGenerations();
        FolderTree.delete(root);
    }

    private Path folder(long generation) {
        return root.resolve(Long.toString(generation));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
