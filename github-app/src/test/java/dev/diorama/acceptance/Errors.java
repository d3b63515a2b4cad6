package dev.diorama.acceptance;

import java.util.stream.Collectors;

/** What a command complained about. */
final class Errors {
    private Errors() {}

    /** Without the JVM's own note on the options that the test gives it. */
    static String of(Launch.Outcome outcome) {
        return outcome.errors()
                .lines()
                .filter(line -> !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
