package dev.diorama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When ./diorama builds, what it says meanwhile, and what a build that fails or is interrupted leaves. */
class LauncherBuildTest {
    private static final String MAVEN_CALL = "-B -Dprogram -Pprogram -pl provisioner,github-app -am package";

    @TempDir
    Path folder;

    LauncherSkeleton repository;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = new LauncherSkeleton(folder.toRealPath());
        repository.jdk("jvm/21", "21.0.4");
    }

    @Test
    void buildsWhatIsMissing() {
        Launch.Outcome outcome = repository.launch();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).startsWith("java 21.0.4 in ");
        assertThat(outcome.errors().replaceFirst("in \\d+ s", "in N s"))
                .isEqualTo(
                        """
                        diorama: building, because provisioner/target/diorama.jar is missing
                        diorama: [1/2] Diorama subsetter
                        diorama: [2/2] Diorama provisioner
                        diorama: built in N s
                        """);
        assertThat(repository.mavenCalls()).containsExactly(MAVEN_CALL);
    }

    @Test
    void doesNotBuildWhatIsUpToDate() {
        repository.launch();

        Launch.Outcome outcome = repository.launch();

        assertThat(outcome.errors()).isEmpty();
        assertThat(repository.mavenCalls()).hasSize(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException {
        repository.launch();
        makeNewer(repository.root().resolve("subsetter/src/main/java/Some.java"));

        Launch.Outcome outcome = repository.launch();

        assertThat(outcome.errors())
                .startsWith("diorama: building, because subsetter/src/main/java/Some.java is newer than the program\n");
        assertThat(repository.mavenCalls()).hasSize(2);
    }

    @Test
    void buildsAgainWhenASourceWasRemoved() throws IOException {
        repository.write("templates/src/main/java/Other.java", "class Other {}");
        repository.launch();
        Path sources = repository.root().resolve("templates/src/main/java");
        Files.delete(sources.resolve("Other.java"));
        makeNewer(sources);

        Launch.Outcome outcome = repository.launch();

        assertThat(outcome.errors())
                .startsWith("diorama: building, because files in templates/src/main/java were removed or renamed\n");
    }

    @Test
    void buildsAgainWhenASourceWasEditedDuringTheBuild() {
        repository.mavenRuns("sleep 0.1; echo '//' >>\"${0%/*}/provisioner/src/main/java/Some.java\"");
        repository.launch();
        repository.mavenRuns("");

        Launch.Outcome outcome = repository.launch();

        assertThat(outcome.errors())
                .startsWith(
                        "diorama: building, because provisioner/src/main/java/Some.java is newer than the program\n");
        assertThat(repository.launch().errors()).isEmpty();
    }

    @Test
    void showsTheErrorsOfAFailedBuild() {
        repository.mavenRuns(
                """
                echo '[ERROR] Some.java:[1,7] cannot find symbol'
                echo '[INFO] BUILD FAILURE'
                echo '[ERROR] Some.java:[1,7] cannot find symbol'
                echo '[ERROR] '
                echo '[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.'
                exit 3
                """);

        Launch.Outcome outcome = repository.launch();

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .endsWith(
                        """
                        diorama: the build failed (exit code 3):
                          [ERROR] Some.java:[1,7] cannot find symbol
                        diorama: the whole log is in %s/target/build.log
                        """
                                .formatted(repository.root()));
        assertThat(repository.root().resolve("target/build.log")).content().contains("BUILD FAILURE");
    }

    @Test
    void showsTheLastLinesOfAFailureWithoutErrors() {
        repository.mavenRuns("echo 'wget: Failed to fetch Maven'; exit 1");

        assertThat(repository.launch().errors()).contains("  wget: Failed to fetch Maven\n");
    }

    @Test
    void failedBuildIsNotTakenForDone() {
        repository.launch();
        repository.write("pom.xml", "<project>changed</project>");
        repository.mavenRuns("exit 1");
        repository.launch();
        repository.mavenRuns("");

        Launch.Outcome outcome = repository.launch();

        assertThat(outcome.errors()).startsWith("diorama: building, because the last build did not come to its end\n");
        assertThat(repository.mavenCalls()).hasSize(3);
    }

    @Test
    void concurrentStartsBuildOnce() {
        repository.mavenRuns("sleep 1");
        Launch first = repository.start();
        await(() -> !repository.mavenCalls().isEmpty());

        Launch second = repository.start();

        Launch.Outcome built = first.await();
        Launch.Outcome waited = second.await();
        assertThat(built.exitCode()).isZero();
        assertThat(waited.exitCode()).isZero();
        assertThat(waited.errors())
                .isEqualTo("diorama: process %d is building here; waiting for it\n"
                        .formatted(first.process().pid()));
        assertThat(waited.output()).startsWith("java 21.0.4 in ");
        assertThat(repository.mavenCalls()).hasSize(1);
    }

    @Test
    void interruptedBuildEndsMavenAndIsFollowedByACleanOne() {
        repository.mavenRuns("echo $$ >\"${0%/*}/maven.pid\"; mkdir -p \"${0%/*}/subsetter/target\"; exec sleep 20");
        Launch launch = repository.start();
        await(() -> Files.exists(repository.root().resolve("subsetter/target")));

        launch.process().destroy();

        assertThat(launch.await().exitCode()).isEqualTo(143);
        assertThat(ProcessHandle.of(mavenPid())).isEmpty();
        assertThat(repository.root().resolve(".build/lock")).doesNotExist();

        repository.mavenRuns("");
        Launch.Outcome outcome = repository.launch();

        assertThat(outcome.exitCode()).isZero();
        assertThat(repository.root().resolve("subsetter/target")).doesNotExist();
    }

    @Test
    void killedLauncherLeavesNoLockBehind() {
        repository.mavenRuns("echo $$ >\"${0%/*}/maven.pid\"; mkdir -p \"${0%/*}/subsetter/target\"; exec sleep 20");
        Launch launch = repository.start();
        await(() -> Files.exists(repository.root().resolve("subsetter/target")));
        launch.process().destroyForcibly();
        launch.await();
        ProcessHandle.of(mavenPid()).orElseThrow().destroyForcibly();
        await(() -> ProcessHandle.of(mavenPid()).isEmpty());
        assertThat(Files.isSymbolicLink(repository.root().resolve(".build/lock")))
                .isTrue();
        repository.mavenRuns("");

        Launch.Outcome outcome = repository.launch();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.errors()).startsWith("diorama: building, because ");
    }

    @Test
    void waitsForMavenThatSurvivedItsLauncher() {
        repository.mavenRuns("echo $$ >\"${0%/*}/maven.pid\"; mkdir -p \"${0%/*}/subsetter/target\"; sleep 2");
        Launch killed = repository.start();
        await(() -> Files.exists(repository.root().resolve("subsetter/target")));
        await(this::lockNamesMaven);
        killed.process().destroyForcibly();
        killed.await();
        long maven = mavenPid();
        repository.mavenRuns("");

        Launch.Outcome outcome = repository.launch();

        assertThat(outcome.errors())
                .startsWith("diorama: process %d is building here; waiting for it\n"
                        .formatted(killed.process().pid()));
        assertThat(ProcessHandle.of(maven)).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(repository.mavenCalls()).isEqualTo(List.of(MAVEN_CALL, MAVEN_CALL));
    }

    /** The launcher adds Maven's number to its own a moment after it has started it. */
    private boolean lockNamesMaven() {
        try {
            return Files.readSymbolicLink(repository.root().resolve(".build/lock"))
                    .toString()
                    .contains("-");
        } catch (IOException e) {
            return false;
        }
    }

    private long mavenPid() {
        try {
            return Long.parseLong(
                    Files.readString(repository.root().resolve("maven.pid")).strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void makeNewer(Path path) throws IOException {
        FileTime built = Files.getLastModifiedTime(repository.root().resolve("target/program.stamp"));
        Files.setLastModifiedTime(path, FileTime.from(built.toInstant().plus(Duration.ofSeconds(1))));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the deadline").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
