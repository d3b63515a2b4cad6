package dev.diorama.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.benchmarks.GeneratedSource.Statistics;
import dev.diorama.subsetter.connection.ConnectionUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubsetBenchmarkTest {
    @Test
    void goesEveryWayThatIsInstalledAtATinyScale() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Database source = new Database(
                    ConnectionUrl.parse("postgresql://postgres@localhost:%d/source".formatted(server.getPort())));
            GeneratedSource.make(source, new BigDecimal("0.01"), Statistics.ANALYSED);
            Database one = source.sibling("one");
            GeneratedSource.make(one, new BigDecimal("0.002"), Statistics.NEVER_ANALYSED);
            List<String> progress = new ArrayList<>();

            Comparison comparison = new Comparison(
                    Path.of(System.getProperty("diorama.home")), Optional.empty(), 1, "64m", progress::add);
            String text = FindingsText.of(comparison.of(new BigDecimal("0.01"), source, Optional.of(one)));

            assertThat(text.replaceAll("\\d+(?:[,.]\\d+)*", "N")).isEqualTo(EXPECTED);
            assertThat(text).startsWith("15,671 rows, ");
            assertThat(progress)
                    .containsExactly(
                            "what `diorama subset` reads of source",
                            "run 1 of 1 from source: `diorama subset`",
                            "run 1 of 1 from source: `diorama subset` in a heap of 64m",
                            "run 1 of 1 from source: everything by `pg_dump -Fd -j2 -Z0`, `pg_restore -j2`",
                            "run 1 of 1 from source: the finished sample by `pg_dump -Fc`, `pg_restore`",
                            "what `diorama subset` reads of one",
                            "run 1 of 1 from one: `diorama subset`");
            List<String> left = new ArrayList<>();
            source.query("SELECT datname FROM pg_database ORDER BY 1", row -> left.add(row.getString(1)));
            assertThat(left).containsExactly("one", "postgres", "source", "template0", "template1");
        }
    }

    private static final String EXPECTED =
            """
            N rows, N MB (scale N); medians of N runs

            | Way | Seconds | Of the first | Rows | Memory |
            |---|--:|--:|--:|--:|
            | `diorama subset` | N | N | N | N MB |
            | `diorama subset` in a heap of Nm | N | N | N | N MB |
            | everything by `pg_dump -Fd -jN -ZN`, `pg_restore -jN` | N | N | N |  |
            | the finished sample by `pg_dump -Fc`, `pg_restore` | N | N | N |  |

            - pg_sample is not in PATH: skipped
            - copying everything takes N times as long
            - dump and restore of the finished sample are the limit: Diorama takes N times as long (wanted at N million rows: at most N)

            | Table | Rows | Target | Diorama |
            |---|--:|--:|--:|
            | accounts | N | N | N |
            | authors | N | N | N |
            | books | N | N | N |
            | branches | N | N | N |
            | employees | N | N | N |
            | history | N | N | N |
            | order_lines | N | N | N |
            | orders | N | N | N |
            | tellers | N | N | N |

            | Read of the source | Blocks there | Asked for | Sequential scans | Rows of them |
            |---|--:|--:|--:|--:|
            | accounts | N | N | N | N |
            | authors | N | N | N | N |
            | books | N | N | N | N |
            | branches | N | N | N | N |
            | employees | N | N | N | N |
            | history | N | N | N | N |
            | order_lines | N | N | N | N |
            | orders | N | N | N | N |
            | tellers | N | N | N | N |
            | all, with catalogs | | N | | |

            From scale N to N: N times the rows, N times the sample's rows, N times the blocks asked for, N times the time (from N to N million wanted: at most N)
            """;
}
