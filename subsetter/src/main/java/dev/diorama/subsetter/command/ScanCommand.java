package dev.diorama.subsetter.command;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.CatalogReader;
import dev.diorama.subsetter.catalog.ReadPrivileges;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.scan.Classification;
import dev.diorama.subsetter.scan.Finding;
import dev.diorama.subsetter.scan.MaskSection;
import dev.diorama.subsetter.scan.Scanner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diorama scan}: finds personal data. Exit codes: 0 done, 1 failed or --check found something, 2 asked for wrongly. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Find personal data and credentials in a PostgreSQL database, and propose how to mask them.",
        footer = {
            "",
            "Some rows of each table are looked at; no value is shown or kept.",
            "",
            "Exit codes: 0 done, 1 it could not be done or --check found a new column, 2 the command or the configuration is wrong."
        })
public final class ScanCommand implements Callable<Integer> {
    @Option(
            names = "--source",
            required = true,
            paramLabel = "URL",
            description = "The database to look at. It is only read.")
    private String source = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file with a mapping under \"sample:\". What it classifies is not proposed again.")
    private @Nullable Path config;

    @Option(
            names = "--check",
            description = "Fail if there is a finding that the configuration does not classify under \"mask:\".")
    private boolean check;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description =
                    "text: the findings and a proposed mask: section; yaml: the section alone. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Spec
    private @Nullable CommandSpec spec;

    /** What is printed. */
    enum Format {
        TEXT,
        YAML
    }

    /** The command by itself, as {@link SubsetCommand#commandLine()} is. */
    public static CommandLine commandLine() {
        OneLineErrors errors = new OneLineErrors();
        return new CommandLine(new ScanCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    @Override
    public Integer call() {
        ConnectionUrl url = ConnectionUrl.parse(source);
        Predicate<Finding> classified = classified();
        List<Finding> findings = findings(url);
        List<Finding> fresh = findings.stream().filter(classified.negate()).toList();
        print(findings, fresh);
        if (check && !fresh.isEmpty()) {
            PrintWriter errors = requireSpec().commandLine().getErr();
            errors.println(FindingsText.unclassified(fresh, Optional.ofNullable(config)));
            errors.flush();
            return SubsetCommand.FAILED;
        }
        return SubsetCommand.OK;
    }

    private void print(List<Finding> findings, List<Finding> fresh) {
        PrintWriter out = requireSpec().commandLine().getOut();
        out.print(
                switch (format) {
                    case TEXT -> FindingsText.of(findings, fresh);
                    case YAML -> new MaskSection(fresh).yaml();
                });
        out.flush();
    }

    private static List<Finding> findings(ConnectionUrl url) {
        try (Snapshot snapshot = Snapshot.take(url, SourceLimits.DEFAULT, new Cancellation())) {
            ReadPrivileges.require(snapshot.session(), url.user());
            Catalog catalog = new CatalogReader(snapshot.session()).read();
            return Scanner.scan(snapshot.session(), catalog);
        }
    }

    private Predicate<Finding> classified() {
        return Optional.ofNullable(config)
                .map(file -> SampleConfiguration.parse(file.toString(), ConfigurationFile.read(file)))
                .<Predicate<Finding>>map(configuration -> new Classification(configuration.masks()))
                .orElse(finding -> false);
    }

    private CommandSpec requireSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli calls the command after it has given its specification");
        }
        return spec;
    }
}
