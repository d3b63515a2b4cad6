package dev.diorama.benchmarks;

import dev.diorama.benchmarks.Findings.AtScaleOne;
import dev.diorama.benchmarks.Findings.Measured;
import dev.diorama.benchmarks.Findings.Setting;
import dev.diorama.subsetter.sizing.SizeLaw;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Goes every way from one source several times, in turns, so that a disturbance hits all of them. Each way makes its own
 * database on the source's server; they are removed. For one thread.
 *
 * @param home the folder with Diorama's launcher
 * @param pgSample the script, if it is installed
 * @param runs how often each way is gone
 * @param heap the largest heap of the run that shows how little is needed, as in -Xmx
 * @param progress told in one line what begins
 */
record Comparison(Path home, Optional<Path> pgSample, int runs, String heap, Consumer<String> progress) {
    private static final String PREFIX = "diorama_benchmark_";

    /**
     * Compares.
     *
     * @param source a source that {@link GeneratedSource} made
     * @param one another one, of scale 1, if growth shall be seen
     */
    Findings of(BigDecimal scale, Database source, Optional<Database> one) {
        Map<String, Long> sourceRows = source.rowCounts();
        Map<String, Long> targets = new TreeMap<>();
        sourceRows.forEach((table, rows) -> targets.put(table, new SizeLaw.Logarithmic().target(rows)));
        DioramaCommand diorama = new DioramaCommand(home, Optional.empty());
        DioramaCommand small = new DioramaCommand(home, Optional.of(heap));
        diorama.prepare();

        Database sample = source.sibling(PREFIX + "sample");
        SourceReads reads = reads(diorama, source, sample);
        CopyOfEverything everything = new CopyOfEverything();
        CopyOfSample limit = new CopyOfSample(sample);
        Optional<PgSample> peer = pgSample.map(program -> new PgSample(program, targets));
        List<Way> ways = new ArrayList<>(List.of(diorama, small, everything, limit));
        peer.ifPresent(ways::add);
        Map<Way, Measured> measured = measure(ways, source);

        Findings findings = new Findings(
                new Setting(
                        scale, sourceRows, targets, source.number("SELECT pg_database_size(current_database())"), runs),
                found(measured, diorama),
                found(measured, small),
                found(measured, everything),
                found(measured, limit),
                peer.map(way -> found(measured, way)),
                reads,
                one.map(database -> atScaleOne(diorama, database)));
        sample.drop();
        return findings;
    }

    private AtScaleOne atScaleOne(DioramaCommand diorama, Database source) {
        Database sample = source.sibling(PREFIX + "sample_one");
        SourceReads reads = reads(diorama, source, sample);
        sample.drop();
        return new AtScaleOne(
                Findings.total(source.rowCounts()), found(measure(List.of(diorama), source), diorama), reads);
    }

    /** What one run reads; its sample stays. */
    private SourceReads reads(DioramaCommand diorama, Database source, Database sample) {
        progress.accept(
                "what %s reads of %s".formatted(diorama.label(), source.url().database()));
        sample.drop();
        SourceReads before = SourceReads.of(source);
        diorama.go(source, sample);
        return SourceReads.of(source).since(before);
    }

    private Map<Way, Measured> measure(List<Way> ways, Database source) {
        Map<Way, Measured> measured = new HashMap<>();
        for (int run = 1; run <= runs; run++) {
            for (Way way : ways) {
                progress.accept("run %d of %d from %s: %s"
                        .formatted(run, runs, source.url().database(), way.label()));
                measured.merge(way, once(way, source), Comparison::both);
            }
        }
        return measured;
    }

    private static Measured once(Way way, Database source) {
        Database target = source.sibling(PREFIX + "target");
        target.drop();
        // What one way has written must not be written to disk at the next one's expense.
        source.execute("CHECKPOINT");
        long start = System.nanoTime();
        long peakBytes = way.go(source, target);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        Measured measured = new Measured(way.label(), List.of(duration), peakBytes, target.rowCounts());
        target.drop();
        return measured;
    }

    private static Measured both(Measured one, Measured other) {
        List<Duration> durations = new ArrayList<>(one.durations());
        durations.addAll(other.durations());
        return new Measured(one.label(), durations, Math.max(one.peakBytes(), other.peakBytes()), other.rows());
    }

    private static Measured found(Map<Way, Measured> measured, Way way) {
        Measured found = measured.get(way);
        if (found == null) {
            throw new IllegalStateException(way.label() + " was not measured");
        }
        return found;
    }
}
