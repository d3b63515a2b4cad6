package dev.diorama.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A repository with the real launcher, a Maven wrapper that only pretends, and an environment in which the launcher finds
 * nothing but what a test put there: its own home, its own PATH with the few tools that it needs, its own JDKs.
 */
final class LauncherSkeleton {
    private static final List<String> TOOLS = List.of(
            "awk", "cat", "cp", "date", "find", "ln", "mkdir", "mv", "readlink", "rm", "rmdir", "sh", "sleep", "stty");

    private static final String FAKE_MAVEN =
            """
            #!/bin/sh
            echo "$*" >>"${0%/*}/maven.calls"
            echo '[INFO] Building Diorama subsetter 0.1.0-SNAPSHOT   [1/2]'
            echo '[INFO] --- compiler:3.14.1:compile (default-compile) @ diorama-subsetter ---'
            if [ -f "${0%/*}/maven.script" ]; then . "${0%/*}/maven.script"; fi
            echo '[INFO] Building Diorama provisioner 0.1.0-SNAPSHOT   [2/2]'
            mkdir -p "${0%/*}/provisioner/target" "${0%/*}/github-app/target/quarkus-app"
            : >"${0%/*}/provisioner/target/diorama.jar"
            : >"${0%/*}/github-app/target/quarkus-app/quarkus-run.jar"
            """;

    private static final String FAKE_JAVA =
            """
            #!/bin/sh
            case "$*" in
              *-XX:ArchiveClassesAtExit*) exit 0 ;;
              *-XshowSettings:properties*)
                printf 'Property settings:\\n    java.home = %s\\n    java.version = %s\\n' 'HOME' 'VERSION' >&2
                exit 0 ;;
            esac
            echo "java VERSION in HOME"
            for argument in "$@"; do printf '%s\\n' "$argument"; done
            """;

    private final Path folder;
    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();

    LauncherSkeleton(Path folder) {
        this.folder = folder;
        this.root = folder.resolve("a repository");
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("PATH", linkTools().toString());
        environment.put("DIORAMA_JDK_ROOTS", folder.resolve("jvm").toString());
        copyLauncher();
        write("pom.xml", "<project/>");
        write(".mvn/jvm.config", "");
        for (String module : List.of("subsetter", "provisioner", "github-app", "templates")) {
            write(module + "/pom.xml", "<project/>");
            write(module + "/src/main/java/Some.java", "class Some {}");
        }
        executable(root.resolve("mvnw"), FAKE_MAVEN);
    }

    Path root() {
        return root;
    }

    Path folder() {
        return folder;
    }

    LauncherSkeleton with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    LauncherSkeleton withFirstInPath(Path... folders) {
        String first = String.join(":", Stream.of(folders).map(Path::toString).toList());
        return with("PATH", first + ":" + environment.get("PATH"));
    }

    /** Makes a JDK below the test's folder, as it is installed: programs and a release file that tells the version. */
    Path jdk(String path, String version) {
        Path home = java(path, version);
        write(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    /** A home with nothing but a java in it. */
    Path java(String path, String version) {
        Path home = folder.resolve(path);
        executable(
                home.resolve("bin/java"),
                FAKE_JAVA.replace("HOME", home.toString()).replace("VERSION", version));
        return home;
    }

    /** Shell commands that the pretended Maven runs in its middle. */
    void mavenRuns(String script) {
        write("maven.script", script);
    }

    List<String> mavenCalls() {
        Path calls = root.resolve("maven.calls");
        return Files.exists(calls) ? read(calls).lines().toList() : List.of();
    }

    void write(String path, String text) {
        write(root.resolve(path), text);
    }

    Launch.Outcome launch(String... arguments) {
        return start(arguments).await();
    }

    Launch start(String... arguments) {
        return startAs(List.of(root.resolve("diorama").toString()), arguments);
    }

    /** Starts the launcher by another command than its own path: a shell in front, a symbolic link. */
    Launch startAs(List<String> command, String... arguments) {
        List<String> line =
                Stream.concat(command.stream(), Stream.of(arguments)).toList();
        return Launch.start(folder, environment, line);
    }

    private Path linkTools() {
        Path tools = folder.resolve("tools");
        for (String tool : TOOLS) {
            Path found = Stream.of(System.getenv("PATH").split(":"))
                    .map(entry -> Path.of(entry, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + tool + " in PATH"));
            link(tools.resolve(tool), found);
        }
        return tools;
    }

    private void copyLauncher() {
        Path repository = repository(Path.of("").toAbsolutePath());
        try (Stream<Path> scripts = Files.list(repository.resolve("bin"))) {
            for (Path script : scripts.toList()) {
                write("bin/" + script.getFileName(), Files.readString(script));
            }
            executable(root.resolve("diorama"), Files.readString(repository.resolve("diorama")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in their module's folder; the launcher is in one above it. */
    private static Path repository(Path folder) {
        Path above = folder.getParent();
        return above == null || Files.exists(folder.resolve("bin/jdk.sh")) ? folder : repository(above);
    }

    static void link(Path link, Path target) {
        try {
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void executable(Path path, String text) {
        write(path, text);
        if (!path.toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make executable: " + path);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
