package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Samples.Sample;
import dev.diorama.subsetter.testing.Server;
import org.junit.jupiter.api.Test;

/** Shapes of data whose closures are long or large; {@link Samples} checks that nothing is left out. */
class HardShapesTest {
    @Test
    void cutsALongLineAtItsTarget() {
        Sample sample = sample(
                """
                CREATE TABLE version (id int PRIMARY KEY, previous int REFERENCES version);
                INSERT INTO version SELECT i, nullif(i - 1, 0) FROM generate_series(1, 20000) i;
                CREATE INDEX ON version (previous);
                """);

        assertThat(sample.table("version").why()).isEmpty();
    }

    @Test
    void keepsTheTargetsOfACycleThatEachRowIsIn() {
        Sample sample = sample(
                """
                CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);
                CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL);
                SELECT setseed(0.3);
                INSERT INTO a SELECT i, 1 + floor(random() * 10000) FROM generate_series(1, 10000) i;
                INSERT INTO b SELECT i, 1 + floor(random() * 10000) FROM generate_series(1, 10000) i;
                ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b DEFERRABLE;
                ALTER TABLE b ADD FOREIGN KEY (a) REFERENCES a DEFERRABLE;
                """);

        assertThat(sample.table("a").why()).isEmpty();
        assertThat(sample.table("b").why()).isEmpty();
    }

    @Test
    void saysWhichKeyBringsHalfOfATable() {
        Sample sample = sample(
                """
                CREATE TABLE node (id int PRIMARY KEY, p int NOT NULL, q int NOT NULL);
                SELECT setseed(0.3);
                INSERT INTO node SELECT i, 1 + floor(random() * 5000), 1 + floor(random() * 5000)
                FROM generate_series(1, 5000) i;
                ALTER TABLE node ADD CONSTRAINT node_p FOREIGN KEY (p) REFERENCES node;
                ALTER TABLE node ADD CONSTRAINT node_q FOREIGN KEY (q) REFERENCES node;
                """);

        assertThat(sample.table("node").why().orElseThrow()).containsAnyOf("\"node_p\"", "\"node_q\"");
    }

    @Test
    void followsTreesByKeysThatAreNoNumbers() {
        Sample sample = sample(
                """
                CREATE TABLE place (country char(5), code text, parent_country char(3), parent_code varchar,
                                    PRIMARY KEY (country, code),
                                    FOREIGN KEY (parent_country, parent_code) REFERENCES place);
                INSERT INTO place SELECT 'de', 'p' || i, CASE WHEN i > 5 THEN 'de' END,
                                         CASE WHEN i > 5 THEN 'p' || i / 4 END
                FROM generate_series(1, 8000) i;
                """);

        assertThat(sample.table("place").why()).isEmpty();
        assertThat(Server.number(sample.url(), "SELECT count(*) FROM place WHERE parent_code IS NOT NULL"))
                .isPositive();
    }

    @Test
    void followsAKeyBetweenTypesThatAreEqualButNotAlike() {
        Sample sample = sample(
                """
                CREATE TABLE price (amount numeric PRIMARY KEY);
                CREATE TABLE sale (id int PRIMARY KEY, amount bigint NOT NULL);
                INSERT INTO price SELECT i + 0.00 FROM generate_series(1, 3000) i;
                INSERT INTO sale SELECT i, 1 + i % 3000 FROM generate_series(1, 9000) i;
                ALTER TABLE sale ADD FOREIGN KEY (amount) REFERENCES price;
                """);

        assertThat(sample.table("sale").rows()).isPositive();
    }

    private static Sample sample(String sql) {
        return Samples.of(Server.database(sql));
    }
}
