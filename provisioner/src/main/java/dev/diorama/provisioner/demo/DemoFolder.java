package dev.diorama.provisioner.demo;

import dev.diorama.provisioner.disk.FolderTree;
import dev.diorama.provisioner.embedded.EmbeddedServer;
import dev.diorama.provisioner.engine.process.ProcessEngine;
import dev.diorama.provisioner.engine.process.ProcessGroup;
import dev.diorama.provisioner.failure.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one folder that holds everything of a demo, and with it the means to remove everything: it names the process that
 * owns it, and whatever runs for the demo can be found from a file in it.
 *
 * @param root {@code <temporary folder>/diorama-demo-<process>}
 */
record DemoFolder(Path root) {
    private static final Pattern NAME = Pattern.compile("diorama-demo-(\\d{1,18})");
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);

    /** Makes the folder of this process. */
    static DemoFolder make() {
        var process = ProcessHandle.current();
        var folder = new DemoFolder(temporary().resolve("diorama-demo-" + process.pid()));
        try {
            Files.createDirectory(
                    folder.root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.writeString(
                    folder.owner(),
                    process.info().startInstant().orElseGet(Instant::now).toString());
            return folder;
        } catch (IOException e) {
            throw new CommandFailure("The demo's folder %s cannot be made: %s".formatted(folder.root, e), e);
        }
    }

    /**
     * Removes what demos have left that were killed, with everything that still runs of them.
     *
     * @return their folders
     */
    static List<Path> removeLeftovers() throws InterruptedException {
        List<Path> abandoned;
        try (var folders = Files.list(temporary())) {
            abandoned = folders.filter(folder ->
                            NAME.matcher(folder.getFileName().toString()).matches())
                    .filter(DemoFolder::isMine)
                    .filter(folder -> !new DemoFolder(folder).owned())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var folder : abandoned) {
            new DemoFolder(folder).removeEverything();
        }
        return abandoned;
    }

    /** In a folder for everybody, somebody else's files must not say what is stopped or deleted. */
    private static boolean isMine(Path folder) {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                            .getName()
                            .equals(System.getProperty("user.name"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops whatever runs for the demo and removes the folder; the server first, which might start something new. */
    void removeEverything() throws InterruptedException {
        serverProcess().stop();
        ProcessEngine.removeAll(serverHome().resolve("run"));
        Stream.of(production(), staging()).parallel().forEach(EmbeddedServer::removeLeftover);
        FolderTree.delete(root);
    }

    Path production() {
        return root.resolve("production");
    }

    Path staging() {
        return root.resolve("staging");
    }

    Path repository() {
        return root.resolve("repository");
    }

    Path serverHome() {
        return root.resolve("home");
    }

    Path serverConfiguration() {
        return root.resolve("server.yml");
    }

    Path serverLog() {
        return root.resolve("server.log");
    }

    ProcessGroup serverProcess() {
        return new ProcessGroup(root.resolve("server.pid"));
    }

    private Path owner() {
        return root.resolve("owner");
    }

    /** Whether the process that made the folder still runs, and is not another one with the same number. */
    private boolean owned() {
        var matcher = NAME.matcher(root.getFileName().toString());
        return matcher.matches()
                && ProcessHandle.of(Long.parseLong(matcher.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .filter(this::isOwner)
                        .isPresent();
    }

    private boolean isOwner(ProcessHandle process) {
        var started = process.info().startInstant();
        var written = ownerStarted();
        return started.isEmpty()
                || written.isEmpty()
                || Duration.between(written.get(), started.get()).abs().compareTo(CLOCK_ERROR) <= 0;
    }

    private Optional<Instant> ownerStarted() {
        try {
            return Optional.of(Instant.parse(Files.readString(owner())));
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
