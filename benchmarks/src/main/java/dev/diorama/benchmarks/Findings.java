package dev.diorama.benchmarks;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a benchmark found.
 *
 * @param setting what was measured
 * @param diorama the command, which everything else is compared with
 * @param small the command in a heap of limited size
 * @param everything copying everything
 * @param limit copying the finished sample
 * @param pgSample pg_sample, if it is installed
 * @param reads what the command read of the source in one run
 * @param growth how it went at scale 1, if the scale is another
 */
record Findings(
        Setting setting,
        Measured diorama,
        Measured small,
        Measured everything,
        Measured limit,
        Optional<Measured> pgSample,
        SourceReads reads,
        Optional<AtScaleOne> growth) {
    /**
     * What was measured.
     *
     * @param scale how large the source was made
     * @param sourceRows its rows by table
     * @param targets the law's target by table
     * @param sizeBytes the source's size
     * @param runs how often each way was gone
     */
    record Setting(
            BigDecimal scale, Map<String, Long> sourceRows, Map<String, Long> targets, long sizeBytes, int runs) {}

    /**
     * A way gone several times.
     *
     * @param label what it is
     * @param durations how long it took, each time
     * @param peakBytes the most memory that its main program had; 0 where nobody knows
     * @param rows how many rows of each table it brought
     */
    record Measured(String label, List<Duration> durations, long peakBytes, Map<String, Long> rows) {
        Duration median() {
            return durations.stream().sorted().toList().get(durations.size() / 2);
        }

        long totalRows() {
            return total(rows);
        }
    }

    /** The command on a source of scale 1. */
    record AtScaleOne(long sourceRows, Measured diorama, SourceReads reads) {}

    static long total(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
