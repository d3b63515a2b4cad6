package dev.diorama.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./diorama demo} while it stays, used from a second terminal, and how it ends. */
class DemoInterruptedIT {
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
    void staysForASecondTerminalUntilCtrlC() throws Exception {
        int port = Program.freePort();
        var server = "http://localhost:" + port;
        var demo = program.start("demo", "--port", Integer.toString(port));
        program.awaitOutput(demo, "Ctrl-C ends the demo");

        assertThat(Page.of("pr-1.bookshop.localhost", port).body()).contains("<td class=\"rating\">");
        // The shop does not read it, so its refusal or a broken connection comes back; the server itself has no limit.
        assertThat(Page.upload("pr-1.bookshop.localhost", port, 2 << 20).statusCode())
                .isNotEqualTo(413);

        var list = program.run("list", "--server", server);
        assertThat(list.output().replaceAll("[0-9a-f]{7}", "COMMIT "))
                .isEqualTo(
                        """
                        ENVIRONMENT  PHASE  BRANCH   COMMIT   LINK
                        bookshop#1   ready  ratings  COMMIT   http://pr-1.bookshop.localhost:%d/
                        """
                                .formatted(port));

        var reprovision = program.run("reprovision", "bookshop#1", "--server", server);
        assertThat(reprovision.exitCode()).as(reprovision.output()).isZero();
        assertThat(reprovision.output())
                .contains("made from sample 1")
                .endsWith("bookshop#1 is ready: http://pr-1.bookshop.localhost:%d/\n".formatted(port));
        assertThat(Page.of("pr-1.bookshop.localhost", port).body()).contains("<td class=\"rating\">");

        assertThat(program.run("logs", "bookshop#1", "--step", "migrate", "--server", server)
                        .output())
                .contains("Applied 5 rating", "Applied 6 book average rating");
        assertThat(program.run("logs", "bookshop#1", "--server", server).output())
                .contains("--- step start", "--- service web", "The bookshop is open");
        assertThat(program.run("comment", "bookshop#1", "--server", server).output())
                .startsWith("### Diorama: ready\n");

        assertRefused(
                program.run("up", "bookshop", "--branch", "nope", "--server", server),
                "diorama: Repository .+/repository of project \"bookshop\" has no branch \"nope\"\n");
        assertRefused(
                program.run("up", "bookshap", "--branch", "ratings", "--server", server),
                "diorama: There is no project \"bookshap\" \\(did you mean \"bookshop\"\\?\\); the server knows \\[bookshop]\n");
        assertRefused(
                program.run("logs", "bookshop#2", "--server", server),
                "diorama: There is no environment bookshop#2; there is bookshop#1\n");

        var ended = program.signal(demo, "INT");

        assertThat(ended.exitCode()).isEqualTo(130);
        assertThat(ended.output()).contains("Removed bookshop#1: its services, its database and role, its checkout.\n");
        program.assertNothingIsLeft();
    }

    @Test
    void removesWhatIsThereWhenInterruptedEarly() throws Exception {
        var demo = program.start("demo", "--port", Integer.toString(Program.freePort()));
        program.awaitOutput(demo, "  staging      done");

        var ended = program.signal(demo, "TERM");

        assertThat(ended.exitCode()).isEqualTo(143);
        program.assertNothingIsLeft();
    }

    @Test
    void nextDemoRemovesWhatAKilledOneLeft() throws Exception {
        var killed = program.start("demo", "--port", Integer.toString(Program.freePort()));
        program.awaitOutput(killed, "Ctrl-C ends the demo");
        program.signal(killed, "KILL");
        assertThat(program.processes()).isNotEmpty();

        var next = program.run("demo", "--once", "--port", Integer.toString(Program.freePort()));

        assertThat(next.exitCode()).as(next.output() + next.errors()).isZero();
        assertThat(next.output())
                .startsWith("Removed what an earlier demo had left: %s/diorama-demo-%d\n"
                        .formatted(program.temporary(), killed.process().pid()));
        program.assertNothingIsLeft();
    }

    private static void assertRefused(Launch.Outcome outcome, String message) {
        assertThat(outcome.exitCode()).isOne();
        assertThat(Errors.of(outcome)).matches(message);
    }
}
