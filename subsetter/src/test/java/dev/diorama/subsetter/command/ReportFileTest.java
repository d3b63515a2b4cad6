package dev.diorama.subsetter.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.yaml.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesAFileAndLeavesNothingBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), "old");

        ReportFile report = ReportFile.at(file);
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
        report.write("new");

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void keepsALinkAndReplacesWhatItLeadsTo() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("latest.json"), file);

        ReportFile.at(link).write("new");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void writesIntoADeviceInsteadOfReplacingIt() {
        Path device = Path.of("/dev/null");

        ReportFile.at(device).write("new");

        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Path file = folder.resolve("missing").resolve("report.json");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ReportFile.at(file))
                .withMessage("The report cannot be written to \"%s\": there is no folder \"%s\". Make it first"
                        .formatted(file, file.getParent()));
    }

    @Test
    void refusesAFolder() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ReportFile.at(folder))
                .withMessage(
                        "The report cannot be written to \"%s\": it is a folder. Name a file in it".formatted(folder));
    }

    @Test
    void refusesAFileInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), "");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ReportFile.at(file.resolve("report.html")))
                .withMessage(
                        "The report cannot be written to \"%s/report.html\": there is no folder \"%s\". Make it first"
                                .formatted(file, file));
    }
}
