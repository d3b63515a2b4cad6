package dev.diorama.subsetter.command;

import dev.diorama.subsetter.page.ReportPage;
import dev.diorama.subsetter.report.ReportJson;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the report of a run goes besides the terminal. */
final class ReportOptions {
    @Option(names = "--report", paramLabel = "FILE", description = "Write a report as JSON into this file.")
    private @Nullable Path json;

    @Option(
            names = "--report-html",
            paramLabel = "FILE",
            description = "Write a report as a page for a browser into this file. It is one file and loads nothing.")
    private @Nullable Path page;

    /**
     * Looks whether the files can be written, and gives what writes them.
     *
     * @throws ConfigurationException if one of them cannot
     */
    Consumer<SubsetReport> open() {
        if (json != null
                && page != null
                && json.toAbsolutePath()
                        .normalize()
                        .equals(page.toAbsolutePath().normalize())) {
            throw new ConfigurationException(
                    "--report and --report-html name the same file, \"%s\": name two".formatted(json));
        }
        List<Consumer<SubsetReport>> writers = new ArrayList<>();
        writer(json, ReportJson::write).ifPresent(writers::add);
        writer(page, ReportPage::of).ifPresent(writers::add);
        return report -> writers.forEach(writer -> writer.accept(report));
    }

    boolean areGiven() {
        return json != null || page != null;
    }

    private static Optional<Consumer<SubsetReport>> writer(
            @Nullable Path path, Function<SubsetReport, String> rendering) {
        return Optional.ofNullable(path).map(ReportFile::at).map(file -> report -> file.write(rendering.apply(report)));
    }
}
