package dev.diorama.subsetter.transfer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a child process end when this process does, even if that is killed: a shell stands between them and ends the
 * child as soon as its standard input closes, which the operating system does for a process that is gone. A child that
 * lived on would hold its transaction on the source open, and keep the next run from removing what it works on.
 */
final class Lifeline {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final String SCRIPT =
            """
            ended= tool=
            trap 'ended=1; kill $tool 2>/dev/null' TERM
            trap '' INT
            exec 3<&0
            "$@" 3<&- </dev/null &
            tool=$!
            [ -z "$ended" ] || kill "$tool"
            (cat <&3; kill "$tool") >/dev/null 2>&1 &
            watch=$!
            exec 3<&-
            while wait "$tool"; status=$?; kill -0 "$tool" 2>/dev/null; do :; done
            kill "$watch" 2>/dev/null
            exit "$status"
            """;

    private Lifeline() {}

    /** The command that runs {@code command} so. Where there is no shell, as on Windows, it is the command itself. */
    static List<String> around(List<String> command) {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        List<String> guarded = new ArrayList<>(List.of(SHELL.toString(), "-c", SCRIPT, "diorama"));
        guarded.addAll(command);
        return guarded;
    }
}
