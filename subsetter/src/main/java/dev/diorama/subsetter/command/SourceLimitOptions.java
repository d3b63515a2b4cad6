package dev.diorama.subsetter.command;

import dev.diorama.subsetter.connection.SourceLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how much a run may ask of its source. */
final class SourceLimitOptions {
    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "" + SourceLimits.DEFAULT_JOBS,
            description = "How many connections to each side copy at the same time. Default: ${DEFAULT-VALUE}.")
    private int jobs;

    @Option(
            names = "--pause",
            paramLabel = "TIME",
            defaultValue = "0",
            converter = DurationConverter.class,
            description =
                    "How long each of them rests after a batch of rows, for example 200ms. Default: ${DEFAULT-VALUE}.")
    private Duration pause = Duration.ZERO;

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description = "How long to wait for a lock on the source; 0 waits without end. Default: ${DEFAULT-VALUE}.")
    private Duration lockTimeout = Duration.ZERO;

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            defaultValue = "1h",
            converter = DurationConverter.class,
            description = "How long a statement on the source may take; 0 is without end. Default: ${DEFAULT-VALUE}.")
    private Duration statementTimeout = Duration.ZERO;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    SourceLimits limits() {
        if (jobs < 1 && command != null) {
            throw new ParameterException(command.commandLine(), "--jobs must be 1 or more, not " + jobs);
        }
        return new SourceLimits(jobs, pause, lockTimeout, statementTimeout);
    }
}
