package dev.diorama.subsetter.command;

import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.delivery.ExistingTarget;
import dev.diorama.subsetter.progress.Progress;
import dev.diorama.subsetter.report.SubsetPlan;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code diorama subset}: makes a sample of a database. Exit codes: 0 done, 1 failed, 2 asked for wrongly. */
@Command(
        name = "subset",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Make a small, referentially consistent sample of a PostgreSQL database.",
        footer = {
            "",
            "URLs are postgresql://user@host:port/database or jdbc:postgresql://host:port/database?user=…",
            "A password is taken from the URL, from PGPASSWORD or from the password file (.pgpass, PGPASSFILE).",
            "",
            "Exit codes: 0 the sample is there, 1 it could not be made, 2 the command or the configuration is wrong."
        })
public final class SubsetCommand implements Callable<Integer> {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "URL",
            description = "The database to take the sample from. It is only read.")
    private String source = "";

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "The database to make. It must not exist, or be empty, unless you say --replace.")
    private @Nullable String target;

    @Option(
            names = "--replace",
            description =
                    "Put the finished sample in the place of the target, whatever it holds. Sessions in it are ended.")
    private boolean replace;

    @Option(
            names = "--like",
            paramLabel = "URL",
            description = "Keep the rows that this sample has, often the target itself, as far as they still exist.")
    private @Nullable String like;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file with a mapping under \"sample:\", for example diorama.yml.")
    private @Nullable Path config;

    @Mixin
    private final MaskKeyOption maskKey = new MaskKeyOption();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed on the same data gives the same rows. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private final SourceLimitOptions limits = new SourceLimitOptions();

    @Option(names = "--plan", description = "Say what would be done, and do not touch the target.")
    private boolean plan;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /**
     * The command by itself. A command line that it is mounted into has handlers of its own, to which it throws {@link
     * ConfigurationException} and {@link SubsetException}.
     */
    public static CommandLine commandLine() {
        OneLineErrors errors = new OneLineErrors();
        return new CommandLine(new SubsetCommand())
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    @Override
    public Integer call() {
        PrintWriter out = requireSpec().commandLine().getOut();
        try {
            SubsetRequest request = request();
            StopOnSignal.during(
                    () -> run(request, out),
                    failure -> OneLineErrors.tell(requireSpec().commandLine(), failure));
            return OK;
        } finally {
            out.flush();
        }
    }

    private void run(SubsetRequest request, PrintWriter out) {
        ReportOptions.Files files = reports.open();
        String text;
        try (Progress progress = Progress.to(out)) {
            if (plan) {
                SubsetPlan result = Subsetter.plan(request, progress);
                files.write(result);
                text = ReportText.of(result);
            } else {
                SubsetReport result = Subsetter.run(request, progress);
                files.write(result);
                text = ReportText.of(result);
            }
        }
        out.println();
        out.print(text);
    }

    private SubsetRequest request() {
        if (plan && reports.isPageGiven()) {
            throw new ParameterException(
                    requireSpec().commandLine(),
                    "--report-html needs a run and --plan makes none: leave out one of them");
        }
        if (target == null && !plan) {
            throw new ParameterException(requireSpec().commandLine(), "Missing required option: '--target=URL'");
        }
        ConnectionUrl sourceUrl = ConnectionUrl.parse(source);
        return new SubsetRequest(
                sourceUrl,
                target == null ? sourceUrl : ConnectionUrl.parse(target),
                configuration(),
                seed,
                limits.limits(),
                replace ? ExistingTarget.REPLACE : ExistingTarget.REFUSE,
                Optional.ofNullable(like).map(ConnectionUrl::parse),
                maskKey.key());
    }

    private SampleConfiguration configuration() {
        return Optional.ofNullable(config)
                .map(file -> SampleConfiguration.parse(file.toString(), ConfigurationFile.read(file)))
                .orElse(SampleConfiguration.DEFAULT);
    }

    private CommandSpec requireSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli calls the command after it has given its specification");
        }
        return spec;
    }
}
