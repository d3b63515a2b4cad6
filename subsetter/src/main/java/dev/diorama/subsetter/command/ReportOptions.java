package dev.diorama.subsetter.command;

import dev.diorama.subsetter.report.ReportJson;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the report of a run goes besides the terminal. */
final class ReportOptions {
    @Option(names = "--report", paramLabel = "FILE", description = "Write a report as JSON into this file.")
    private @Nullable Path json;

    /**
     * Looks whether the files can be written, and gives what writes them.
     *
     * @throws ConfigurationException if one of them cannot
     */
    Consumer<SubsetReport> open() {
        List<Consumer<SubsetReport>> writers = new ArrayList<>();
        if (json != null) {
            ReportFile file = ReportFile.at(json);
            writers.add(report -> file.write(ReportJson.write(report)));
        }
        return report -> writers.forEach(writer -> writer.accept(report));
    }

    boolean areGiven() {
        return json != null;
    }
}
