package dev.diorama.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.benchmarks.Findings.AtScaleOne;
import dev.diorama.benchmarks.Findings.Measured;
import dev.diorama.benchmarks.Findings.Setting;
import dev.diorama.benchmarks.SourceReads.TableReads;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FindingsTextTest {
    @Test
    void comparesMedians() {
        Measured diorama = measured("diorama", 55_000_000, 1_500, 2_000, 9_000);
        Findings findings = new Findings(
                new Setting(BigDecimal.valueOf(12), rows(10_000_000, 1_000), rows(50_650, 77), 2_500_000_000L, 3),
                diorama,
                measured("small", 33_000_000, 2_500),
                measured("everything", 0, 22_000),
                measured("limit", 0, 1_000),
                Optional.of(measured("peer", 0, 18_000)),
                reads(4_000, new TableReads(3_000, 200_000, 1, 1_000)),
                Optional.of(new AtScaleOne(
                        1_000_000, measured("diorama", 0, 800), reads(1_000, new TableReads(900, 20_000, 1, 100)))));

        assertThat(FindingsText.of(findings))
                .isEqualTo(
                        """
                        10,001,000 rows, 2,384 MB (scale 12); medians of 3 runs

                        | Way | Seconds | Of the first | Rows | Memory |
                        |---|--:|--:|--:|--:|
                        | diorama | 2.00 | 1.00 | 50,720 | 52 MB |
                        | small | 2.50 | 1.25 | 50,720 | 31 MB |
                        | peer | 18.00 | 9.00 | 50,720 |  |
                        | everything | 22.00 | 11.00 | 50,720 |  |
                        | limit | 1.00 | 0.50 | 50,720 |  |

                        - pg_sample takes 9.0 times as long (wanted at 18 million rows: at least 8)
                        - copying everything takes 11.0 times as long
                        - dump and restore of the finished sample are the limit: Diorama takes 2.0 times as long (wanted at 18 million rows: at most 2.5)

                        | Table | Rows | Target | Diorama | pg_sample |
                        |---|--:|--:|--:|--:|
                        | accounts | 10,000,000 | 50,650 | 50,643 | 50,643 |
                        | tellers | 1,000 | 77 | 77 | 77 |

                        | Read of the source | Blocks there | Asked for | Sequential scans | Rows of them |
                        |---|--:|--:|--:|--:|
                        | accounts | 200,000 | 3,000 | 1 | 1,000 |
                        | all, with catalogs | | 4,000 | | |

                        From scale 1 to 12: 10.0 times the rows, 1.0 times the sample's rows, 4.0 times the blocks asked for, 2.5 times the time (from 1.5 to 18 million wanted: at most 4)
                        """);
    }

    private static Measured measured(String label, long peakBytes, long... milliseconds) {
        List<Duration> durations =
                Arrays.stream(milliseconds).mapToObj(Duration::ofMillis).toList();
        return new Measured(label, durations, peakBytes, rows(50_643, 77));
    }

    private static Map<String, Long> rows(long accounts, long tellers) {
        return new TreeMap<>(Map.of("accounts", accounts, "tellers", tellers));
    }

    private static SourceReads reads(long blocks, TableReads accounts) {
        return new SourceReads(blocks, Map.of("accounts", accounts));
    }
}
