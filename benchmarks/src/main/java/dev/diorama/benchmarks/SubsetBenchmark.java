package dev.diorama.benchmarks;

import dev.diorama.subsetter.connection.ConnectionUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares a sample by the default law with other ways, side by side in one run. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Compare diorama subset with pg_sample, with copying everything, and with copying the sample.")
public final class SubsetBenchmark implements Callable<Integer> {
    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "1: 1.57 million rows, 12: 18.8 million, 64: 100 million. Default: ${DEFAULT-VALUE}.")
    private BigDecimal scale = BigDecimal.ONE;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each way is gone; medians are shown. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "256m",
            description = "The largest heap of the run that shows how little is needed. Default: ${DEFAULT-VALUE}.")
    private String heap = "";

    @Option(names = "--never-analysed", description = "Leave the source without statistics.")
    private boolean neverAnalysed;

    @Option(
            names = "--source",
            paramLabel = "URL",
            description = "A source made from source.sql before. Without it, an embedded PostgreSQL makes one.")
    private @Nullable String source;

    @Option(names = "--home", required = true, paramLabel = "FOLDER", hidden = true)
    private Path home = Path.of("");

    /** Runs it and exits: 0 if every way came to its end. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SubsetBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        System.out.print(source == null ? onEmbeddedServer() : on(new Database(ConnectionUrl.parse(source))));
        return 0;
    }

    private String onEmbeddedServer() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .start()) {
            Database database = new Database(ConnectionUrl.parse(
                    "postgresql://postgres@localhost:%d/diorama_benchmark_source".formatted(server.getPort())));
            make(database, scale);
            return on(database);
        }
    }

    private String on(Database database) {
        Optional<Path> pgSample = PgSample.find(System.getenv().getOrDefault("PATH", ""));
        Comparison comparison = new Comparison(home, pgSample, runs, heap, SubsetBenchmark::say);
        if (scale.compareTo(BigDecimal.ONE) == 0) {
            return FindingsText.of(comparison.of(scale, database, Optional.empty()));
        }
        Database one = database.sibling("diorama_benchmark_source_one");
        one.drop();
        make(one, BigDecimal.ONE);
        try {
            return FindingsText.of(comparison.of(scale, database, Optional.of(one)));
        } finally {
            one.drop();
        }
    }

    private void make(Database database, BigDecimal itsScale) {
        say("making the source at scale " + itsScale.toPlainString());
        GeneratedSource.make(
                database,
                itsScale,
                neverAnalysed ? GeneratedSource.Statistics.NEVER_ANALYSED : GeneratedSource.Statistics.ANALYSED);
    }

    private static void say(String line) {
        System.err.println("benchmark: " + line);
    }
}
