package dev.diorama.subsetter.command;

import dev.diorama.subsetter.page.ReportPage;
import dev.diorama.subsetter.report.ReportJson;
import dev.diorama.subsetter.report.SubsetPlan;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.nio.file.Path;
import java.util.Optional;
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

    /** Files that can be written. */
    record Files(Optional<ReportFile> json, Optional<ReportFile> page) {
        void write(SubsetReport report) {
            json.ifPresent(file -> file.write(ReportJson.write(report)));
            page.ifPresent(file -> file.write(ReportPage.of(report)));
        }

        void write(SubsetPlan plan) {
            json.ifPresent(file -> file.write(ReportJson.write(plan)));
        }
    }

    /**
     * Looks whether the files can be written.
     *
     * @throws ConfigurationException if one of them cannot
     */
    Files open() {
        if (json != null
                && page != null
                && json.toAbsolutePath()
                        .normalize()
                        .equals(page.toAbsolutePath().normalize())) {
            throw new ConfigurationException(
                    "--report and --report-html name the same file, \"%s\": name two".formatted(json));
        }
        return new Files(file(json), file(page));
    }

    /** Whether a page is asked for, of which a plan makes none. */
    boolean isPageGiven() {
        return page != null;
    }

    private static Optional<ReportFile> file(@Nullable Path path) {
        return Optional.ofNullable(path).map(ReportFile::at);
    }
}
