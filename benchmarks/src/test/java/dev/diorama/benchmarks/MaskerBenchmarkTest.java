package dev.diorama.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MaskerBenchmarkTest {
    @Test
    void measuresEachMasker() {
        MaskerBenchmark benchmark = new MaskerBenchmark();
        new CommandLine(benchmark).parseArgs("--values", "20", "--rounds", "1");

        assertThat(benchmark.measure().lines())
                .hasSize(17)
                .startsWith("| Masker | First value, ms | Each value, µs | Of the fastest |", "|---|--:|--:|--:|")
                .anyMatch(line -> line.startsWith("| `email` | "))
                .anyMatch(line -> line.startsWith("| `{json: {\"$.address.street\": street}}` | "));
    }
}
