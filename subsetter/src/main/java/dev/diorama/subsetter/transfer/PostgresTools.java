package dev.diorama.subsetter.transfer;

import dev.diorama.subsetter.failure.SubsetException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * pg_dump and pg_restore of one version, in one folder.
 *
 * @param folder where they are
 * @param major their major version
 */
public record PostgresTools(Path folder, int major) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    /** Folders of distributions: Debian, Red Hat, Homebrew on both processors, Postgres.app. */
    private static final List<Path> VERSIONED = List.of(
            Path.of("/usr/lib/postgresql"),
            Path.of("/usr"),
            Path.of("/opt/homebrew/opt"),
            Path.of("/usr/local/opt"),
            Path.of("/Applications/Postgres.app/Contents/Versions"));

    private static final Pattern VERSIONED_FOLDER = Pattern.compile("\\d+|latest|pgsql-\\d+|libpq|postgresql@\\d+");

    /**
     * Finds the tools nearest to a server's version, which must not be older: pg_dump refuses newer servers.
     *
     * @param serverMajor the source's major version
     */
    public static PostgresTools find(int serverMajor) {
        return find(serverMajor, folders(System.getenv(), VERSIONED));
    }

    static PostgresTools find(int serverMajor, List<Path> folders) {
        List<PostgresTools> found = folders.stream()
                .flatMap(folder -> version(folder).map(major -> new PostgresTools(folder, major)).stream())
                .toList();
        return found.stream()
                .filter(tools -> tools.major() >= serverMajor)
                .min(Comparator.comparingInt(PostgresTools::major))
                .orElseThrow(() -> missing(serverMajor, found));
    }

    static List<Path> folders(Map<String, String> environment, List<Path> versioned) {
        Set<Path> folders = new LinkedHashSet<>();
        for (String entry : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                folders.add(Path.of(entry));
            }
        }
        for (Path parent : versioned) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, child -> VERSIONED_FOLDER
                    .matcher(child.getFileName().toString())
                    .matches())) {
                children.forEach(child -> folders.add(child.resolve("bin")));
            } catch (IOException e) {
                // Not this distribution.
            }
        }
        return folders.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("pg_dump"))
                        && Files.isExecutable(folder.resolve("pg_restore")))
                .toList();
    }

    /** The path of one of the programs. */
    String program(String name) {
        return folder.resolve(name).toString();
    }

    private static Optional<Integer> version(Path folder) {
        try {
            Process process = new ProcessBuilder(folder.resolve("pg_dump").toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = VERSION.matcher(output);
            return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static SubsetException missing(int serverMajor, List<PostgresTools> found) {
        List<String> versions = new ArrayList<>();
        found.forEach(tools -> versions.add("%d in %s".formatted(tools.major(), tools.folder())));
        String what = found.isEmpty()
                ? "pg_dump and pg_restore were not found"
                : "pg_dump is too old for the source: it runs PostgreSQL %d, found were %s"
                        .formatted(serverMajor, String.join(", ", versions));
        return new SubsetException(
                """
                %1$s. Install the client programs of PostgreSQL %2$d or later:
                  Debian, Ubuntu:  apt-get install postgresql-client-%2$d
                  Fedora, RHEL:    dnf install postgresql%2$d
                  macOS:           brew install postgresql@%2$d
                or put the folder that holds them into PATH"""
                        .formatted(what, serverMajor));
    }
}
