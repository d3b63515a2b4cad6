package dev.diorama.provisioner.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show a reader to type is understood, and what they link to is there. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> PAGES = List.of(
            "README.md",
            "CONTRIBUTING.md",
            "SECURITY.md",
            "docs/README.md",
            "docs/configuration.md",
            "docs/architecture.md",
            "docs/fidelity.md",
            "docs/decisions.md");

    @ParameterizedTest
    @MethodSource("commands")
    void understandsEveryCommandOfTheReadme(String command) {
        var arguments = command.substring("./diorama ".length()).split(" ");

        assertThatCode(() -> Diorama.commandLine().parseArgs(arguments)).doesNotThrowAnyException();
    }

    static Stream<String> commands() throws IOException {
        return Files.readAllLines(ROOT.resolve("README.md")).stream().filter(line -> line.startsWith("./diorama "));
    }

    @Test
    void linksToNothingThatIsNotThere() throws IOException {
        for (var page : PAGES) {
            var file = ROOT.resolve(page);
            var link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(file));
            while (link.find()) {
                assertThat(file.resolveSibling(link.group(1)))
                        .as("%s links to it", page)
                        .exists();
            }
        }
    }
}
