package dev.diorama.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SubsetBenchmarkTest {
    @Test
    void runsAtATinyScale() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        SubsetBenchmark.run(3_000, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("3,300 rows; the sample has ", "copy everything", "sample, next run", "1.00 of copying");
    }
}
