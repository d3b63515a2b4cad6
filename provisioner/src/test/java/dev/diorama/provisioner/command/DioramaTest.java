package dev.diorama.provisioner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class DioramaTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpsWithTheWhole() throws IOException {
        assertThat(run("--help")).isZero();

        assertThat(out).hasToString(golden("diorama.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve", "up", "list", "reprovision", "logs", "comment", "destroy"})
    void helpsWithEveryCommand(String command) throws IOException {
        assertThat(run(command, "--help")).isZero();

        assertThat(out).hasToString(golden(command + ".txt"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void tellsItsVersionEverywhere(String command) {
        assertThat(run(command, "--version")).isZero();

        assertThat(out.toString()).startsWith("Diorama ");
    }

    static Stream<String> commands() {
        return Diorama.commandLine().getSubcommands().keySet().stream();
    }

    @Test
    void completesItsCommands() {
        assertThat(run("generate-completion")).isZero();

        assertThat(out.toString()).contains("complete -F _complete_diorama", "reprovision", "--no-wait");
    }

    @Test
    void showsItsHelpToWhoNamesNoCommand() throws IOException {
        assertThat(run()).isEqualTo(2);

        assertThat(err).hasToString(golden("diorama.txt"));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void guessesWhatWasMeant() {
        assertThat(run("reprovison", "bookshop#1")).isEqualTo(2);

        assertThat(err)
                .hasToString(
                        """
                        diorama: There is no command "reprovison" (did you mean "reprovision"?)
                        Try: diorama --help
                        """);
    }

    @Test
    void explainsTheNameOfAnEnvironment() {
        assertThat(run("logs", "bookshop", "1")).isEqualTo(2);

        assertThat(err)
                .hasToString(
                        """
                        diorama: "bookshop" names no environment: write the project and the number of the pull request, such as bookshop#1
                        Try: diorama logs --help
                        """);
    }

    @Test
    void needsWhatItCannotGuess() {
        assertThat(run("up", "bookshop")).isEqualTo(2);

        assertThat(err)
                .hasToString(
                        """
                        diorama: Missing required option: '--branch=BRANCH'
                        Try: diorama up --help
                        """);
    }

    @Test
    void wantsAnAddressForTheServer() {
        assertThat(run("list", "--server", "localhost:7070")).isEqualTo(2);

        assertThat(err.toString())
                .contains("\"localhost:7070\" is not a server's address, such as http://localhost:7070");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536"})
    void knowsWhatAPortIs(String port) {
        assertThat(run("demo", "--port", port)).isEqualTo(2);

        assertThat(err.toString()).startsWith("diorama: --port is a number from 1 to 65535, not %s\n".formatted(port));
    }

    @Test
    void keepsItsStackTracesToItself() {
        assertThat(run("list", "--server", "http://127.0.0.1:9")).isOne();

        assertThat(err.toString())
                .startsWith("diorama: No server answers at http://127.0.0.1:9.")
                .hasLineCount(1);
    }

    @Test
    void showsItsStackTracesToWhoAsks() {
        try {
            assertThat(run("list", "--debug", "--server", "http://127.0.0.1:9")).isOne();
        } finally {
            System.clearProperty(Errors.DEBUG_PROPERTY);
        }

        assertThat(err.toString()).contains("\tat dev.diorama.provisioner.api.ApiClient");
    }

    private int run(String... arguments) {
        return Diorama.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(picocli.CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .execute(arguments);
    }

    private static String golden(String name) throws IOException {
        try (var stream = Objects.requireNonNull(DioramaTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
