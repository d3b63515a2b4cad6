package dev.diorama.subsetter.transfer;

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
 * The tools in a folder of this machine.
 *
 * @param folder where they are
 * @param major their major version
 */
record LocalTools(Path folder, int major) implements PostgresTools {
    /** What the programs say when they are asked for their version. */
    static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    /** Folders of distributions: Debian, Red Hat, Homebrew on both processors, Postgres.app. */
    private static final List<Path> VERSIONED = List.of(
            Path.of("/usr/lib/postgresql"),
            Path.of("/usr"),
            Path.of("/opt/homebrew/opt"),
            Path.of("/usr/local/opt"),
            Path.of("/Applications/Postgres.app/Contents/Versions"));

    private static final Pattern VERSIONED_FOLDER = Pattern.compile("\\d+|latest|pgsql-\\d+|libpq|postgresql@\\d+");

    /** All that are on this machine. */
    static List<LocalTools> all(Map<String, String> environment) {
        return in(folders(environment, VERSIONED));
    }

    static List<LocalTools> in(List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> version(folder).map(major -> new LocalTools(folder, major)).stream())
                .toList();
    }

    /** The oldest that are not too old for a server. */
    static Optional<LocalTools> nearest(int serverMajor, List<LocalTools> candidates) {
        return candidates.stream()
                .filter(tools -> tools.major() >= serverMajor)
                .min(Comparator.comparingInt(LocalTools::major));
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
                        && Files.isExecutable(folder.resolve("pg_restore"))
                        && !holdsDebiansWrapper(folder))
                .toList();
    }

    /** Debian's pg_dump in PATH is a script that takes ten times as long to start what its versioned folders hold. */
    private static boolean holdsDebiansWrapper(Path folder) {
        try {
            return folder.resolve("pg_dump").toRealPath().endsWith("pg_wrapper");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public ToolProcess start(ToolCall call, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve(call.program()).toString());
        command.addAll(call.options());
        call.entries().ifPresent(list -> command.add("--use-list=" + list));
        call.output().ifPresent(file -> command.add("--file=" + file));
        call.archive().ifPresent(file -> command.add(file.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(Lifeline.around(command)).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new ToolProcess(process, process::destroy);
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
}
