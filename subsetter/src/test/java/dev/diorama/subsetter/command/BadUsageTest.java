package dev.diorama.subsetter.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.failure.SubsetException;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Options and files that do not do. */
class BadUsageTest extends Mistakes {
    @Test
    void noUrl() {
        fails(
                2,
                "\"mysql://***@h/shop\" is not the URL of a PostgreSQL database: it must look like postgresql://user@host:5432/database",
                "--source",
                "mysql://ann:s3cret@h/shop");
    }

    @Test
    void noConfigurationFile() {
        fails(
                2,
                "The configuration file \"nowhere.yml\" does not exist",
                "--source",
                source.toString(),
                "--config",
                "nowhere.yml");
    }

    @Test
    void aConfigurationFileThatIsNoText(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("diorama.yml");
        Files.write(file, new byte[] {'a', (byte) 0xff, 0});

        fails(
                2,
                "The configuration file \"%s\" is not UTF-8 text".formatted(file),
                "--source",
                source.toString(),
                "--config",
                file.toString());
    }

    @Test
    void aTargetWhoseNameIsTooLong() {
        fails(
                2,
                "The target cannot be \"%s\": PostgreSQL keeps names of at most 63 bytes, and this one has 64"
                        .formatted("ü".repeat(32)),
                "--source",
                source.toString(),
                "--target",
                Server.url("ü".repeat(32)).toString());
    }

    @Test
    void aTableThatIsNotThere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("diorama.yml");
        Files.writeString(file, "sample:\n  tables:\n    cuontry: all\n");

        fails(
                2,
                "%s:3:14: The source has no table \"cuontry\" (did you mean \"country\"?)".formatted(file),
                "--source",
                source.toString(),
                "--config",
                file.toString());
    }

    @Test
    void noTarget() {
        CommandLines.Result result = CommandLines.subset("--source", source.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errors())
                .isEqualTo("diorama: Missing required option: '--target=URL'%nTry: subset --help%n".formatted());
    }

    @Test
    void anUnknownOption() {
        CommandLines.Result result = CommandLines.subset("--sorce", "x");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errors()).startsWith("diorama: ");
    }

    @Test
    void aReportThatCannotBeWritten(@TempDir Path folder) {
        Path report = folder.resolve("missing").resolve("report.html");

        fails(
                2,
                "The report cannot be written to \"%s\": there is no folder \"%s\". Make it first"
                        .formatted(report, report.getParent()),
                "--source",
                source.toString(),
                "--report-html",
                report.toString());
    }

    @Test
    void twoReportsInOneFile(@TempDir Path folder) {
        Path report = folder.resolve("report");

        fails(
                2,
                "--report and --report-html name the same file, \"%s\": name two".formatted(report),
                "--source",
                source.toString(),
                "--report",
                report.toString(),
                "--report-html",
                folder + "/./report");
        assertThat(report).doesNotExist();
    }

    @Test
    void aPageOfAPlan(@TempDir Path folder) {
        Path report = folder.resolve("report.json");

        CommandLines.Result result =
                CommandLines.subset("--source", source.toString(), "--plan", "--report-html", report.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errors())
                .isEqualTo(
                        "diorama: --report-html needs a run and --plan makes none: leave out one of them%nTry: subset --help%n"
                                .formatted());
        assertThat(report).doesNotExist();
    }

    @Test
    void leavesErrorsToTheCommandLineItIsMountedInto() {
        List<Exception> heard = new ArrayList<>();
        StringWriter errors = new StringWriter();
        CommandLine whole = new CommandLine(CommandSpec.create().name("diorama"))
                .addSubcommand(new SubsetCommand())
                .setErr(new PrintWriter(errors, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    heard.add(failure);
                    return 1;
                });

        whole.execute("subset", "--plan", "--source", Server.url("nowhere").toString());
        whole.execute("subset", "--plan", "--source", "nowhere");

        assertThat(heard).hasExactlyElementsOfTypes(SubsetException.class, ConfigurationException.class);
        assertThat(errors.toString()).isEmpty();
    }
}
