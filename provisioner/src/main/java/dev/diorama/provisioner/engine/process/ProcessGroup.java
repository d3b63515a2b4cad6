package dev.diorama.provisioner.engine.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A shell command in a session of its own, with all its children. The command's own shell writes the process number to
 * a file before anything else happens, so a server that dies at any moment leaves nothing that its successor cannot
 * find; and a signal from the server's terminal does not reach it.
 */
public final class ProcessGroup {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(20);
    // A process is the one that wrote the file only if it began just before the file was written.
    private static final Duration OLDEST = Duration.ofSeconds(60);
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);
    private static final String WRITE_PID_AND_RUN =
            "echo $$ >\"$0.part\" && mv \"$0.part\" \"$0\" && exec /bin/sh -c \"$1\"";
    private static final List<String> NEW_SESSION = newSession();

    private final Path pidFile;

    /** A group that is known by this file, whoever started it. */
    public ProcessGroup(Path pidFile) {
        this.pidFile = pidFile;
    }

    /** Starts the command; its output goes to the file, or to the returned process where there is none. */
    public Process start(String command, Path folder, Map<String, String> environment, Optional<Path> output) {
        var words = new ArrayList<>(NEW_SESSION);
        words.addAll(List.of("/bin/sh", "-c", WRITE_PID_AND_RUN, pidFile.toString(), command));
        var builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        output.ifPresent(file -> builder.redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile())));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(pidFile.getParent());
            Files.deleteIfExists(pidFile);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process that wrote the file still runs. */
    public boolean alive() {
        return written().filter(Written::leaderAlive).isPresent();
    }

    /** The same for a process that was just started and may not have written its file yet. */
    void stop(Process process) throws InterruptedException {
        while (process.isAlive() && !Files.exists(pidFile)) {
            process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
        stop();
    }

    /**
     * Asks the whole group to end, then makes it. Returns when no member is left; a group whose leader has ended may
     * still have members.
     */
    public void stop() throws InterruptedException {
        var written = written();
        if (written.isPresent() && written.get().mayHaveMembers()) {
            long group = written.get().pid();
            signal(group, "TERM");
            if (!emptyWithin(group, GRACE)) {
                signal(group, "KILL");
                if (!emptyWithin(group, GRACE)) {
                    // Its file stays, so that the next one who looks finds it.
                    throw new IllegalStateException("Process group %d does not end".formatted(group));
                }
            }
        }
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Written> written() {
        try {
            return Optional.of(new Written(
                    Long.parseLong(Files.readString(pidFile).strip()),
                    Files.getLastModifiedTime(pidFile).toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file says: the number of the group's leader, which is the group's too, and since when. */
    private record Written(long pid, Instant at) {
        boolean leaderAlive() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> !isZombie(pid))
                    .filter(this::isLeader)
                    .isPresent();
        }

        /** The system gives a number to a new process only when neither a process nor a group has it any more. */
        boolean mayHaveMembers() {
            return ProcessHandle.of(pid).map(this::isLeader).orElse(true);
        }

        private boolean isLeader(ProcessHandle process) {
            return process.info().startInstant().map(start -> began(start, at)).orElse(true);
        }
    }

    private static boolean began(Instant start, Instant written) {
        return start.isBefore(written.plus(CLOCK_ERROR)) && start.isAfter(written.minus(OLDEST));
    }

    /** A dead process that its parent has not noticed yet still has a number. Linux only; elsewhere never true. */
    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean emptyWithin(long group, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (signal(group, "0")) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        }
        return true;
    }

    /** Java cannot signal a group; every POSIX shell can. */
    private static boolean signal(long group, String signal) throws InterruptedException {
        try {
            return new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" -- \"-$1\" 2>/dev/null", signal, "" + group)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands before a command so that no signal of this process's terminal reaches it. Linux has setsid; macOS, Perl. */
    public static List<String> newSession() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        if (onPath("perl")) {
            return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV");
        }
        throw new IllegalStateException("The process engine needs setsid (util-linux) or perl in PATH");
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
