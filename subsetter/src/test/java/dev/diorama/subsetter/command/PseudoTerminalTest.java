package dev.diorama.subsetter.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Screen;
import dev.diorama.subsetter.testing.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The command on a terminal, which {@code script} plays. */
class PseudoTerminalTest {
    private static final int COLUMNS = 140;
    private static final String CTRL_C = "\003";

    private static final String SHOP =
            """
            CREATE TABLE country (id int PRIMARY KEY);
            CREATE TABLE city (id int PRIMARY KEY, country_id int NOT NULL REFERENCES country);
            INSERT INTO country SELECT i FROM generate_series(1, 10) i;
            INSERT INTO city SELECT i, i % 10 + 1 FROM generate_series(1, 1000) i;
            """;
    private static final String SLEEPY =
            """
            CREATE FUNCTION nap() RETURNS int LANGUAGE plpgsql AS
                $$ BEGIN IF current_database() ~ '^diorama' THEN PERFORM pg_sleep(60); END IF; RETURN 1; END $$;
            CREATE MATERIALIZED VIEW slow AS SELECT nap();
            """;

    @BeforeAll
    static void needsScript() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                        .anyMatch(folder -> Path.of(folder, "script").toFile().canExecute()),
                "script is not in PATH: install util-linux");
        Process version = new ProcessBuilder("script", "--version").start();
        String answer = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        version.waitFor();
        assumeTrue(answer.contains("util-linux"), "script is not that of util-linux, which takes a command");
    }

    @Test
    void showsARunAsItGoesAndLeavesItsLines() throws IOException, InterruptedException {
        String written = run(Map.of(), "", "", source(SHOP), target());

        assertThat(shown(written))
                .isEqualTo(
                        """
                        connect         N.NN s  2 tables
                        count           N.NN s  1,010 rows
                        select          N.NN s  80 rows
                        schema wait     N.NN s
                        copy            N.NN s  80 rows, 1.46 kB
                        constraints     N.NN s
                        finish          N.NN s
                        verify          N.NN s
                        deliver         N.NN s

                        table    source rows  target  rows     size
                        city           1,000      77    77  1.41 kB
                        country           10       3     3     51 B

                        80 of 1,010 rows, 1.46 kB, in postgresql://postgres@localhost:N/sample_N; 1 of 1 foreign keys validated by PostgreSQL""");
        assertThat(Screen.after(COLUMNS, written).colours()).isPositive();
        assertThat(Screen.after(COLUMNS, written + "\r\n").isLeftInOrder()).isTrue();
    }

    @Test
    void usesNoColourWhereNobodyWantsIt() throws IOException, InterruptedException {
        String written = run(Map.of("NO_COLOR", "1"), "", "", source(SHOP), target());

        assertThat(written).contains("\033[?25l");
        assertThat(Screen.after(COLUMNS, written).colours()).isZero();
    }

    @Test
    void writesPlainLinesOnADumbTerminalAndForABuild() throws IOException, InterruptedException {
        assertThat(run(Map.of("TERM", "dumb"), "", "", source(SHOP), target()))
                .contains("deliver")
                .doesNotContain("\033");
        assertThat(run(Map.of("CI", "true"), "", "", source(SHOP), target()))
                .contains("deliver")
                .doesNotContain("\033");
    }

    @Test
    void leavesTheTerminalInOrderOnCtrlC() throws IOException, InterruptedException {
        String written = run(Map.of(), "finish", CTRL_C, source(SHOP + SLEEPY), target());

        assertThat(shown(written))
                .isEqualTo(
                        """
                        connect         N.NN s  2 tables
                        count           N.NN s  1,010 rows
                        select          N.NN s  80 rows
                        schema wait     N.NN s
                        copy            N.NN s  80 rows, 1.46 kB
                        constraints     N.NN s
                        finish          N.NN s  not finished
                        diorama: The run was interrupted; nothing of it is left behind""");
        assertThat(Screen.after(COLUMNS, written).isLeftInOrder()).isTrue();
    }

    /** The lines on the screen, with N for numbers that are others each time. */
    private static String shown(String written) {
        return Screen.after(COLUMNS, written)
                .text()
                .replaceAll("(?m)^SLF4J.*\n(?:[^ ]*details\\.\n)?", "")
                .replaceAll("\\d+\\.\\d\\d s", "N.NN s")
                .replaceAll(":\\d+/sample_\\d+", ":N/sample_N");
    }

    private static String source(String sql) {
        ConnectionUrl source = Server.database(sql);
        return "--source=" + source;
    }

    private static String target() {
        return "--target=" + Server.url(Server.newName("sample"));
    }

    /** Runs the command, types something once it has written something, and gives all that it wrote. */
    private static String run(Map<String, String> environment, String awaited, String typed, String... arguments)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = Stream.concat(
                        Stream.of(java, "-cp", System.getProperty("java.class.path"), CommandMain.class.getName()),
                        Arrays.stream(arguments))
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(
                        " ", "stty cols %d rows 30; exec env --default-signal=INT ".formatted(COLUMNS), ""));
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null").redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("CI", "NO_COLOR"));
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(environment);
        Process process = builder.start();
        StringBuilder written = new StringBuilder();
        try (InputStream output = process.getInputStream();
                Reader reader = new InputStreamReader(output, StandardCharsets.UTF_8)) {
            boolean toType = !typed.isEmpty();
            for (int character = reader.read(); character >= 0; character = reader.read()) {
                written.append((char) character);
                if (toType && written.indexOf(awaited) >= 0) {
                    process.getOutputStream().write(typed.getBytes(StandardCharsets.US_ASCII));
                    process.getOutputStream().flush();
                    toType = false;
                }
            }
        }
        process.waitFor();
        return written.toString();
    }
}
