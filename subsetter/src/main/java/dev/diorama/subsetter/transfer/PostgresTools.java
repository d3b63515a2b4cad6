package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.failure.SubsetException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** pg_dump and pg_restore of one version. Immutable. */
public sealed interface PostgresTools permits LocalTools, ImageTools {
    /** Their major version. */
    int major();

    /**
     * Starts a program.
     *
     * @param environment all that it finds in its environment: where to connect to, and the password
     * @throws IOException if it cannot be started
     */
    ToolProcess start(ToolCall call, Map<String, String> environment) throws IOException;

    /**
     * Finds the tools for a server: on this machine those that are nearest to its version and not older, since pg_dump
     * refuses newer servers; or else, with a Docker Engine, those in an image of its own version.
     *
     * @param serverMajor the source's major version
     * @param notices told when they come out of an image
     * @throws SubsetException if there are none, with what to install
     */
    static PostgresTools find(int serverMajor, Consumer<String> notices) {
        return find(serverMajor, LocalTools.all(System.getenv()), System.getenv(), notices);
    }

    /** Finds the tools among those of this machine, or by a Docker Engine that the environment leads to. */
    static PostgresTools find(
            int serverMajor, List<LocalTools> local, Map<String, String> environment, Consumer<String> notices) {
        return LocalTools.nearest(serverMajor, local)
                .<PostgresTools>map(tools -> tools)
                .orElseGet(() -> {
                    ImageSearch search = new ImageSearch(environment, notices);
                    return switch (search.tools(serverMajor)) {
                        case ImageSearch.Found(ImageTools tools) -> tools;
                        case ImageSearch.Nothing(String why) ->
                            throw missing(serverMajor, local, why, search.image(serverMajor));
                    };
                });
    }

    private static SubsetException missing(int serverMajor, List<LocalTools> tooOld, String why, String image) {
        String what = tooOld.isEmpty()
                ? "pg_dump and pg_restore were not found"
                : "pg_dump is too old for the source: it runs PostgreSQL %d, found were %s"
                        .formatted(
                                serverMajor,
                                tooOld.stream()
                                        .map(tools -> "%d in %s".formatted(tools.major(), tools.folder()))
                                        .collect(Collectors.joining(", ")));
        return new SubsetException(
                """
                %1$s, and %2$s. Install the client programs of PostgreSQL %3$d or later:
                  Debian, Ubuntu:  apt-get install postgresql-client-%3$d
                  Fedora, RHEL:    dnf install postgresql%3$d
                  macOS:           brew install postgresql@%3$d
                or put the folder that holds them into PATH, or start a Docker Engine, which has them in %4$s"""
                        .formatted(what, why, serverMajor, image));
    }
}
