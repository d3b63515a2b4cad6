package dev.diorama.subsetter.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.CatalogReader;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.testing.Server;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IslandTest {
    /** Otherwise memory would grow with the number of islands. */
    @Test
    void leavesNothingInMemoryButItsRows() {
        ConnectionUrl source = Server.database(
                """
                CREATE TABLE author (id int PRIMARY KEY);
                CREATE TABLE book (id int PRIMARY KEY, author_id int NOT NULL REFERENCES author);
                INSERT INTO author SELECT i FROM generate_series(1, 1000) i;
                INSERT INTO book SELECT i, 1 + i * 7 % 1000 FROM generate_series(1, 3000) i;
                ANALYZE;
                """);

        try (Session session = Session.openReadOnly(source, SourceLimits.DEFAULT, new Cancellation())) {
            SelectionPlan plan = new RowCounter(session, 1)
                    .plan(new CatalogReader(session).read(), SampleConfiguration.parse("diorama.yml", ""));
            Links links = Links.read(session, plan);

            Selection selection = new Island(plan, plan.islands().getFirst(), links, session, 1)
                    .select(Optional.empty(), (table, rows) -> {});

            assertThat(selection.rows(new TableName("public", "author")).size()).isEqualTo(77);
            assertThat(links.anchors()).isNotEmpty().allSatisfy(anchor -> assertThat(anchor.values(row -> true))
                    .isEmpty());
        }
    }
}
