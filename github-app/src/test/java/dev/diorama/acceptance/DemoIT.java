package dev.diorama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./diorama demo --once}: the whole of it, and what is said when it cannot be. */
class DemoIT {
    @TempDir
    Path folder;

    Program program;

    @BeforeEach
    void makesTheProgram() throws IOException {
        program = new Program(folder.toRealPath());
    }

    @AfterEach
    void endsWhatStillRuns() {
        program.close();
    }

    @Test
    void showsStepsCommentAndPageAndLeavesNothing() throws IOException {
        int port = Program.freePort();

        var outcome = program.run("demo", "--once", "--port", Integer.toString(port));

        assertThat(outcome.exitCode()).as(outcome.output() + outcome.errors()).isZero();
        var lines = normal(outcome.output()).lines().toList();
        assertThat(lines)
                .containsSubsequence(
                        "A bookshop with its production database, and a pull request to it:",
                        "  server       done   N  http://localhost:" + port,
                        "  production   done   N  1,000,000 rows in the largest table",
                        "bookshop#1  Show what readers think of each book",
                        "  checkout     done   N  commit COMMIT, 1 service",
                        "  sample       done   N  sample 1, made now",
                        "  clone        done   N  made from sample 1",
                        "  migrate      done   N  2 migrations applied",
                        "  start        done   N  1 service healthy",
                        "  check        done   N  http://pr-1.bookshop.localhost:%d/ answers with HTTP 200"
                                .formatted(port),
                        "The comment in the pull request:",
                        "  ### Diorama: ready",
                        "  **<http://pr-1.bookshop.localhost:%d/>**".formatted(port),
                        "  | Migrate | done | N | 2 migrations applied |",
                        "  <details><summary>Migrations: 2 applied</summary>",
                        "  | 5 | rating | N |",
                        "  | 6 | book average rating | N |",
                        "The page behind http://pr-1.bookshop.localhost:%d/ shows:".formatted(port),
                        "Removed bookshop#1: its services, its database and role, its checkout.")
                .contains("  build        done   N  built")
                .contains("  repository   done   N  branches main and ratings, 4 commits")
                .contains("  staging      done   N  PostgreSQL for state, samples and clones");
        // A title, the column that the branch adds, and three more cells.
        assertThat(lines.stream()
                        .filter(line -> line.matches("  .+ · .+ \\| [★☆]{5} \\d\\.\\d\\d \\| .+ \\| .+ \\| .+")))
                .hasSize(5);
        program.assertNothingIsLeft();
    }

    @Test
    void saysThatThePortIsTakenBeforeAnythingStarts() throws IOException {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            var outcome = program.run("demo", "--once", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(outcome.exitCode()).isOne();
            assertThat(outcome.output()).isEmpty();
            assertThat(Errors.of(outcome))
                    .matches(
                            "diorama: Port %d is taken, or may not be used by you \\(.+\\)\\. Stop what listens there, or choose another one with --port\\.\n"
                                    .formatted(taken.getLocalPort()));
        }
        program.assertNothingIsLeft();
    }

    private static String normal(String output) {
        return output.replaceAll(" +\\d+\\.\\d s", "   N")
                .replaceAll("\\|   N \\|", "| N |")
                .replaceAll("\\b[0-9a-f]{7}\\b", "COMMIT");
    }
}
