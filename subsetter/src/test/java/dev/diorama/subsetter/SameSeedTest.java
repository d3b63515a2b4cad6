package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Server;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same seed on the same data gives the same rows. */
class SameSeedTest {
    /** Chosen accounts with nearly all of the entries have more of them than are looked at. */
    @Test
    void givesTheSameRowsWhereTheServerScansATableWithSeveralProcesses() {
        ConnectionUrl source = Server.database(
                """
                CREATE TABLE account (id int PRIMARY KEY);
                CREATE TABLE entry (id int PRIMARY KEY, account_id int NOT NULL REFERENCES account)
                    WITH (parallel_workers = 4);
                INSERT INTO account SELECT i FROM generate_series(1, 10000) i;
                INSERT INTO entry SELECT i, CASE WHEN i % 20 = 0 THEN 1001 + i % 9000 ELSE 1 + i % 1000 END
                FROM generate_series(1, 400000) i;
                ANALYZE;
                """);
        Server.execute(
                source,
                """
                ALTER DATABASE %1$s SET parallel_setup_cost = 0;
                ALTER DATABASE %1$s SET parallel_tuple_cost = 0;
                ALTER DATABASE %1$s SET min_parallel_table_scan_size = 0;
                ALTER DATABASE %1$s SET max_parallel_workers_per_gather = 4;
                """
                        .formatted(source.database()));

        assertThat(entries(source)).isEqualTo(entries(source)).hasSize(20_000);
    }

    private static List<String> entries(ConnectionUrl source) {
        ConnectionUrl sample = Samples.of(
                        source,
                        """
                        sample:
                          tables:
                            account: {rows: 1000, always: [id <= 1000]}
                            entry: {percent: 5}
                        """,
                        1)
                .url();
        return Server.query(sample, "SELECT id::text FROM entry ORDER BY id");
    }
}
