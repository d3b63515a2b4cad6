package dev.diorama.benchmarks;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.report.PhaseReport;
import dev.diorama.subsetter.report.SubsetReport;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Compares a sample by the default law with copying everything. */
public final class SubsetBenchmark {
    private static final long DEFAULT_ROWS = 1_500_000;

    private SubsetBenchmark() {}

    /** Runs it; {@code --rows N} says how large the source should be. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long rows =
                arguments.length == 2 && arguments[0].equals("--rows") ? Long.parseLong(arguments[1]) : DEFAULT_ROWS;
        run(rows, System.out);
    }

    /** Runs it on a source of about {@code rows} rows. */
    static void run(long rows, PrintStream out) throws IOException, InterruptedException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            ConnectionUrl source = url(server, "source");
            GeneratedSource.make(source, rows);

            // The first run pays for loading classes, as a command does; the second is what a server sees.
            SubsetReport cold = Subsetter.run(SubsetRequest.of(source, url(server, "cold"), 1), SubsetListener.SILENT);
            SubsetReport warm = Subsetter.run(SubsetRequest.of(source, url(server, "warm"), 1), SubsetListener.SILENT);
            Duration everything = CopyOfEverything.measure(source, url(server, "copy"));

            out.printf(Locale.ROOT, "%,d rows; the sample has %,d%n%n", warm.sourceRows(), warm.rows());
            print(out, "copy everything", everything, everything);
            print(out, "sample, first run", duration(cold), everything);
            print(out, "sample, next run", duration(warm), everything);
            out.printf(
                    "%nnext run: %s%n",
                    warm.phases().stream()
                            .map(phase -> "%s %d ms"
                                    .formatted(
                                            phase.phase().label(),
                                            phase.duration().toMillis()))
                            .collect(Collectors.joining(", ")));
            warm.tables().forEach(table -> table.why().ifPresent(why -> out.printf("%s: %s%n", table.name(), why)));
        }
    }

    private static void print(PrintStream out, String what, Duration duration, Duration everything) {
        out.printf(
                Locale.ROOT,
                "%-20s %7.2f s  %5.2f of copying everything%n",
                what,
                duration.toMillis() / 1000.0,
                (double) duration.toMillis() / everything.toMillis());
    }

    private static Duration duration(SubsetReport report) {
        return report.phases().stream().map(PhaseReport::duration).reduce(Duration.ZERO, Duration::plus);
    }

    private static ConnectionUrl url(EmbeddedPostgres server, String database) {
        return ConnectionUrl.parse("postgresql://postgres@localhost:%d/%s".formatted(server.getPort(), database));
    }
}
