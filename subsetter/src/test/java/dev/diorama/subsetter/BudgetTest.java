package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Samples.Sample;
import dev.diorama.subsetter.testing.Server;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A bookshop with some 200,000 rows, large enough for the ways in which large tables are read. */
class BudgetTest {
    private static final String BOOKSHOP =
            """
            CREATE TABLE country (id int PRIMARY KEY, name text);
            CREATE TABLE author (id int PRIMARY KEY, country_id int NOT NULL REFERENCES country);
            CREATE TABLE book (id int PRIMARY KEY, author_id int NOT NULL REFERENCES author);
            CREATE TABLE customer (id int PRIMARY KEY, country_id int REFERENCES country,
                                   recommended_by int REFERENCES customer);
            CREATE TABLE purchase (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customer, day date);
            CREATE TABLE line (purchase_id int REFERENCES purchase, number int, book_id int NOT NULL REFERENCES book,
                               PRIMARY KEY (purchase_id, number));
            CREATE TABLE review (id int PRIMARY KEY, book_id int NOT NULL REFERENCES book,
                                 customer_id int NOT NULL REFERENCES customer);
            SELECT setseed(0.5);
            INSERT INTO country SELECT i, 'c' || i FROM generate_series(1, 80) i;
            INSERT INTO author SELECT i, 1 + random() * 79 FROM generate_series(1, 2000) i;
            INSERT INTO book SELECT i, 1 + random() * 1999 FROM generate_series(1, 10000) i;
            INSERT INTO customer SELECT i, CASE WHEN i % 3 > 0 THEN 1 + random() * 79 END, NULLIF(i / 5, 0)
            FROM generate_series(1, 20000) i;
            INSERT INTO purchase SELECT i, 1 + random() * 19999, date '2024-01-01' + i % 700
            FROM generate_series(1, 60000) i;
            INSERT INTO line SELECT i / 2 + 1, i % 2, 1 + random() * 9999 FROM generate_series(0, 99999) i;
            INSERT INTO review SELECT i, 1 + random() * 9999, 1 + random() * 19999 FROM generate_series(1, 30000) i;
            CREATE INDEX ON purchase (customer_id);
            ANALYZE;
            """;

    private static ConnectionUrl source;
    private static Sample sample;

    @BeforeAll
    static void makeTheBookshop() {
        source = Server.database(BOOKSHOP);
        sample = Samples.of(source);
    }

    @Test
    void staysWithinATenthOfTheTargetOrNamesTheKeyThatIsWhy() {
        assertThat(sample.report().tables())
                .allSatisfy(table ->
                        assertThat(table.why().orElse("foreign key \"")).contains("foreign key \""));
        assertThat(List.of("purchase", "line", "review"))
                .allSatisfy(table -> assertThat(sample.table(table).why()).isEmpty());
    }

    @Test
    void givesTheSameRowsForTheSameSeed() {
        assertThat(rows(Samples.of(source))).isEqualTo(rows(sample));
    }

    @Test
    void givesOtherRowsForAnotherSeed() {
        assertThat(rows(Samples.of(source, "", 2))).isNotEqualTo(rows(sample));
    }

    @Test
    void spreadsOverTheWholeTable() {
        assertThat(Server.number(sample.url(), "SELECT count(DISTINCT id / 6000) FROM purchase"))
                .isGreaterThanOrEqualTo(10);
    }

    private static List<String> rows(Sample sample) {
        return Server.query(
                sample.url(),
                "SELECT 'p' || id FROM purchase UNION ALL SELECT 'r' || id FROM review"
                        + " UNION ALL SELECT 'l' || purchase_id || '-' || number FROM line ORDER BY 1");
    }
}
