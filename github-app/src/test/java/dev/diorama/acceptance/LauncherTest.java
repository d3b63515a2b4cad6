package dev.diorama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JDK ./diorama takes, what it says when there is none, and how it starts the program with it. */
class LauncherTest {
    @TempDir
    Path folder;

    LauncherSkeleton repository;

    @BeforeEach
    void makeRepository() throws Exception {
        folder = folder.toRealPath();
        repository = new LauncherSkeleton(folder);
    }

    @Test
    void startsTheProgramWithItsArguments() {
        Path home = repository.jdk("jdk", "21.0.4");

        Launch.Outcome outcome = repository.with("JAVA_HOME", home).launch("subset", "--source", "two words", "");

        Path root = repository.root();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .isEqualTo(
                        """
                        java 21.0.4 in %s
                        -XX:TieredStopAtLevel=1
                        -XX:+UseSerialGC
                        -XX:SharedArchiveFile=%s/provisioner/target/diorama-21.0.4.jsa
                        -Xlog:disable
                        --enable-native-access=ALL-UNNAMED
                        -Ddiorama.home=%s
                        -jar
                        %s/provisioner/target/diorama.jar
                        subset
                        --source
                        two words

                        """
                                .formatted(home, root, root, root));
    }

    @Test
    void prefersJavaHomeToPath() {
        Path home = repository.jdk("chosen", "21.0.4");
        Path other = repository.jdk("other", "25.0.1");

        repository.with("JAVA_HOME", home).withFirstInPath(other.resolve("bin"));

        assertThat(jdkThatRuns()).isEqualTo("java 21.0.4 in " + home);
    }

    @Test
    void looksOnInSilenceWhenJavaHomeIsTooOld() {
        Path home = repository.jdk("jvm/new", "25.0.1");

        repository.with("JAVA_HOME", repository.jdk("old", "17.0.15"));

        assertThat(jdkThatRuns()).isEqualTo("java 25.0.1 in " + home);
        assertThat(repository.launch().errors()).isEmpty();
    }

    @Test
    void findsJdkInPathBehindAnOldDefault() {
        Path old = repository.jdk("old", "1.8.0_392");
        Path home = repository.jdk("new", "21");

        repository.withFirstInPath(old.resolve("bin"), home.resolve("bin"));

        assertThat(jdkThatRuns()).isEqualTo("java 21 in " + home);
    }

    @Test
    void followsSymbolicLinksInPathToTheHome() {
        Path home = repository.jdk("jdks/21", "21.0.4");
        Path alternatives = folder.resolve("alternatives/java");
        LauncherSkeleton.link(alternatives, home.resolve("bin/java"));
        LauncherSkeleton.link(folder.resolve("bin/java"), Path.of("../alternatives/java"));

        repository.withFirstInPath(folder.resolve("bin"));

        assertThat(jdkThatRuns()).isEqualTo("java 21.0.4 in " + home);
    }

    @Test
    void asksTheShimOfAVersionManager() {
        Path home = repository.jdk("installs/21", "21.0.4");
        Path shim = repository.java("shims", "21.0.4");
        repository.write(
                shim.resolve("bin/java").toString(),
                """
                #!/bin/sh
                exec '%s/bin/java' "$@"
                """
                        .formatted(home));

        repository.withFirstInPath(shim.resolve("bin"));

        assertThat(jdkThatRuns()).isEqualTo("java 21.0.4 in " + home);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jvm/temurin-21",
                "jvm/temurin-21.jdk/Contents/Home",
                "jvm/openjdk@21/libexec/openjdk.jdk/Contents/Home",
                "home/.sdkman/candidates/java/21.0.4-tem",
                "home/.asdf/installs/java/temurin-21",
                "home/.local/share/mise/installs/java/21",
                "home/.jenv/versions/21",
                "home/.jabba/jdk/21",
                "home/.jdks/temurin-21",
            })
    void findsJdkThatIsNotInPath(String path) {
        Path home = repository.jdk(path, "21.0.4");

        assertThat(jdkThatRuns()).isEqualTo("java 21.0.4 in " + home);
    }

    @Test
    void takesTheNewestThatItWasTestedWith() {
        repository.jdk("jvm/17", "17.0.15");
        repository.jdk("jvm/21", "21.0.4");
        repository.jdk("jvm/26", "26-ea");
        Path home = repository.jdk("home/.asdf/installs/java/25", "25.0.1");

        assertThat(jdkThatRuns()).isEqualTo("java 25.0.1 in " + home);
    }

    @Test
    void takesANewerOneWhenThereIsNoOther() {
        Path home = repository.jdk("jvm/27", "27-ea");

        assertThat(jdkThatRuns()).isEqualTo("java 27-ea in " + home);
    }

    @Test
    void saysWhatItFoundWhenThereIsNoJdk() {
        Path old = repository.jdk("jvm/17", "17.0.15");
        Path runtime = repository.java("jvm/21-jre", "21.0.4");
        Path eight = repository.jdk("eight", "1.8.0_392");
        LauncherSkeleton.link(folder.resolve("jvm/default"), old);

        Launch.Outcome outcome = repository
                .with("JAVA_HOME", folder.resolve("nowhere"))
                .withFirstInPath(eight.resolve("bin"))
                .launch("list");

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .isEqualTo(
                        """
                        diorama: no JDK 21 or later found.

                        Found, and not usable:
                          -          %s  (JAVA_HOME: not a JDK)
                          1.8.0_392  %s  (PATH: older than 21)
                          17.0.15    %s  (older than 21)
                          21.0.4     %s  (a runtime without the compiler, bin/javac)

                        Install one:
                          Debian, Ubuntu      apt install openjdk-21-jdk-headless   (Debian 13 or Ubuntu 22.04, or later)
                          Fedora, RHEL        dnf install java-21-openjdk-devel
                          macOS               brew install openjdk@21
                          any, with SDKMAN    sdk install java                      (https://sdkman.io)
                        or set JAVA_HOME to the folder of one that is installed already.
                        """
                                .formatted(folder.resolve("nowhere"), eight, old, runtime));
        assertThat(repository.mavenCalls()).isEmpty();
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJavaAtAll() {
        Launch.Outcome outcome = repository.launch("list");

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.errors()).startsWith("diorama: no JDK 21 or later found.\n\nInstall one:\n");
    }

    @Test
    void runsThroughSymbolicLinks() {
        Path home = repository.jdk("jvm/21", "21.0.4");
        LauncherSkeleton.link(folder.resolve("links/real"), repository.root().resolve("diorama"));
        LauncherSkeleton.link(folder.resolve("diorama"), Path.of("links/real"));

        Launch.Outcome outcome = repository.startAs(List.of("./diorama")).await();

        assertThat(outcome.output()).contains("java 21.0.4 in " + home, "-Ddiorama.home=" + repository.root());
    }

    @ParameterizedTest
    @MethodSource("shells")
    void runsInEveryShell(List<String> shell) {
        Path home = repository.jdk("jvm/21", "21.0.4");

        Launch.Outcome outcome = repository
                .startAs(Stream.concat(shell.stream(), Stream.of("a repository/diorama"))
                        .toList())
                .await();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).startsWith("java 21.0.4 in " + home);
    }

    /** Those of this machine; /bin/sh is on every one. */
    static Stream<List<String>> shells() {
        return Stream.of("/bin/sh", "/bin/dash", "/bin/bash", "/bin/zsh --emulate sh", "/bin/busybox sh")
                .map(command -> List.of(command.split(" ")))
                .filter(command -> Path.of(command.getFirst()).toFile().canExecute());
    }

    private String jdkThatRuns() {
        return repository.launch().output().lines().findFirst().orElse("nothing ran");
    }
}
