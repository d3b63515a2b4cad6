package dev.diorama.subsetter.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.SubsetListener;
import dev.diorama.subsetter.SubsetRequest;
import dev.diorama.subsetter.Subsetter;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.report.SubsetPlan;
import dev.diorama.subsetter.report.SubsetReport;
import dev.diorama.subsetter.report.TableReport;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.testing.SharedData;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
    /** What docs/watching.md says of a plan. */
    private static final Percentage AS_STATED = Percentage.withPercentage(30);

    private static final String LARGE =
            """
            CREATE TABLE owner (id int PRIMARY KEY, name text);
            CREATE TABLE event (id int PRIMARY KEY, owner_id int REFERENCES owner, body text)
                WITH (autovacuum_enabled = false);
            INSERT INTO owner SELECT i, 'owner' FROM generate_series(1, 20000) i;
            INSERT INTO event SELECT i, 1 + (i * 7919::bigint) % 20000, repeat('x', 150) FROM generate_series(1, 400000) i;
            """;

    @ParameterizedTest
    @CsvSource({
        "pagila.sql,''",
        "pagila.sql,ANALYZE",
        "chinook.sql,''",
        "chinook.sql,ANALYZE",
        "northwind.sql,''",
        "northwind.sql,ANALYZE"
    })
    void isNotFarFromWhatARunMakes(String file, String analyze) {
        ConnectionUrl source = SharedData.database(file);
        Server.execute(source, analyze);

        SubsetPlan plan = plan(source);
        SubsetReport report = Samples.of(source).report();

        assertThat(plan.rows()).isCloseTo(report.rows(), AS_STATED);
        assertThat(plan.sourceRows()).isCloseTo(report.sourceRows(), Percentage.withPercentage(1));
        assertThat(plan.tables()).hasSameSizeAs(report.tables()).allSatisfy(table -> {
            assertThat(table.rows()).isBetween(0L, table.sourceRows());
            assertThat(table.bytes() > 0).isEqualTo(table.rows() > 0);
        });
        assertThat(plan.tables().stream().map(TableReport::targetRows))
                .containsExactlyElementsOf(
                        report.tables().stream().map(TableReport::targetRows).toList());
    }

    @Test
    void readsNoBlockOfALargeTableWhoseStatisticsAreFresh() {
        ConnectionUrl source = Server.database(LARGE);
        Server.execute(source, "ANALYZE");
        long before = blocksRead(source);

        SubsetPlan plan = plan(source);

        assertThat(blocksRead(source) - before).isZero();
        assertThat(plan.rows()).isCloseTo(626L + 5_236, Percentage.withPercentage(3));
    }

    @Test
    void readsFewBlocksOfALargeTableThatNobodyEverAnalysed() {
        ConnectionUrl source = Server.database(LARGE);
        long blocks = Server.number(source, "SELECT pg_relation_size('event') / 8192");
        long before = blocksRead(source);

        SubsetPlan plan = plan(source);

        assertThat(blocks).isGreaterThan(8_192);
        assertThat(blocksRead(source) - before).isBetween(1L, 2_300L);
        assertThat(plan.rows()).isCloseTo(626L + 5_236, Percentage.withPercentage(10));
    }

    @Test
    void touchesNothing() {
        ConnectionUrl source = Server.database("CREATE TABLE thing (id int PRIMARY KEY); INSERT INTO thing VALUES (1)");
        var databases = Server.databases();

        plan(source);

        assertThat(Server.databases()).isEqualTo(databases);
        assertThat(Server.isFreeOfRuns()).isTrue();
    }

    private static SubsetPlan plan(ConnectionUrl source) {
        return Subsetter.plan(SubsetRequest.of(source, source, 1), SubsetListener.SILENT);
    }

    /** A session says what it has read when it ends. */
    private static long blocksRead(ConnectionUrl source) {
        assertThat(Server.isFreeOfRuns()).isTrue();
        return Server.number(
                source, "SELECT heap_blks_read + heap_blks_hit FROM pg_statio_user_tables WHERE relname = 'event'");
    }
}
