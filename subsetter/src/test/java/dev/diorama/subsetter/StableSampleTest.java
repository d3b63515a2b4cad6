package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.testing.Server;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A refresh keeps the rows that an earlier sample has. */
class StableSampleTest {
    private static final String SHOP =
            """
            CREATE TABLE buyer (id int PRIMARY KEY, name text);
            CREATE TABLE purchase (country text, number int, buyer_id int NOT NULL REFERENCES buyer,
                                   PRIMARY KEY (country, number));
            CREATE TABLE item (id uuid PRIMARY KEY, country text, number int,
                               FOREIGN KEY (country, number) REFERENCES purchase);
            CREATE TABLE note (body text);
            INSERT INTO buyer SELECT i, 'b' || i FROM generate_series(1, 4000) i;
            INSERT INTO purchase SELECT 'c' || i % 5, i, 1 + i * 7 % 4000 FROM generate_series(1, 12000) i;
            INSERT INTO item SELECT md5(i::text)::uuid, 'c' || (1 + i % 12000) % 5, 1 + i % 12000
            FROM generate_series(1, 30000) i;
            INSERT INTO note SELECT 'n' || i FROM generate_series(1, 100) i;
            ANALYZE;
            """;
    private static final String ROWS =
            """
            SELECT 'buyer ' || id FROM buyer UNION ALL SELECT 'purchase ' || country || number FROM purchase
            UNION ALL SELECT 'item ' || id FROM item""";

    @Test
    void keepsTheRowsOfAnEarlierSampleThatStillExist() {
        ConnectionUrl source = Server.database(SHOP);
        ConnectionUrl first = sample(source, SubsetRequest.of(source, target(), 1));
        Set<String> before = rows(first);
        Server.execute(source, "DELETE FROM item WHERE id IN (SELECT id FROM item ORDER BY id LIMIT 15000)");
        Server.execute(source, "UPDATE buyer SET name = 'renamed'");
        Set<String> existing = new HashSet<>(rows(source));

        Set<String> after =
                rows(sample(source, SubsetRequest.of(source, target(), 2).withLike(first)));

        Set<String> kept = new HashSet<>(before);
        kept.retainAll(existing);
        assertThat(kept).hasSizeLessThan(before.size());
        assertThat(after).containsAll(kept);
    }

    @Test
    void keepsNoMoreThanTheTargets() {
        ConnectionUrl source = Server.database(SHOP);
        ConnectionUrl first = sample(source, SubsetRequest.of(source, target(), 1));
        SampleConfiguration less = SampleConfiguration.parse("diorama.yml", "sample: {law: {percent: 1}}");

        ConnectionUrl second = sample(
                source,
                SubsetRequest.of(source, target(), 2).withConfiguration(less).withLike(first));

        assertThat(Server.number(second, "SELECT count(*) FROM item")).isEqualTo(300);
        assertThat(rows(first)).containsAll(Server.query(second, "SELECT 'item ' || id FROM item"));
    }

    @Test
    void keepsNoRowForWhoseSakeOneWouldComeThatIsNotWantedAnyMore() {
        ConnectionUrl source = Server.database(SHOP);
        ConnectionUrl first = sample(source, SubsetRequest.of(source, target(), 1));
        SampleConfiguration even =
                SampleConfiguration.parse("diorama.yml", "sample: {tables: {buyer: {where: id % 2 = 0}}}");

        ConnectionUrl second = sample(
                source,
                SubsetRequest.of(source, target(), 2).withConfiguration(even).withLike(first));

        assertThat(Server.query(first, "SELECT id FROM buyer WHERE id % 2 = 1")).isNotEmpty();
        assertThat(Server.query(second, "SELECT id FROM buyer WHERE id % 2 = 1"))
                .isEmpty();
    }

    @Test
    void asksAnEarlierSampleForNothingThatItDoesNotHave() {
        ConnectionUrl source = Server.database(SHOP);
        ConnectionUrl other =
                Server.database("CREATE TABLE buyer (id text); CREATE TABLE item (number int PRIMARY KEY)");

        ConnectionUrl sample =
                sample(source, SubsetRequest.of(source, target(), 1).withLike(other));

        assertThat(Server.number(sample, "SELECT count(*) FROM buyer")).isPositive();
    }

    private static ConnectionUrl sample(ConnectionUrl source, SubsetRequest request) {
        Subsetter.run(request, SubsetListener.SILENT);
        assertThat(request.source()).isEqualTo(source);
        return request.target();
    }

    private static ConnectionUrl target() {
        return Server.url(Server.newName("sample"));
    }

    private static Set<String> rows(ConnectionUrl database) {
        List<String> rows = Server.query(database, ROWS);
        return new HashSet<>(rows);
    }
}
