package dev.diorama.subsetter.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.CatalogReader;
import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.connection.Session;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.scan.Leak.Extent;
import dev.diorama.subsetter.testing.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeakCheckTest {
    private static final TableName NOTES = new TableName("public", "notes");
    private static final SourceValues SOURCE = value -> Optional.ofNullable(Map.of(
                    "ada@shop.example", "users.email",
                    "+44 20 7946 0958", "users.phone",
                    "Featherstonehaugh", "users.last_name",
                    "Li", "users.first_name",
                    "back\\slash\tand \"quote\"", "users.motto",
                    "203.0.113.9", "logins.ip",
                    "0b9f3c52-6c1c-4d8a-9a53-0c5a1f6d2b11", "users.token")
            .get(value));

    @Test
    void findsWholeValuesInEveryColumnOfTexts() {
        List<Leak> leaks = leaks(
                """
                CREATE DOMAIN mail AS text;
                CREATE TABLE notes (id int, a text, b mail, c varchar(90), d char(20), e text[], f jsonb, g json, h inet, i uuid, j mail[]);
                INSERT INTO notes VALUES
                    (1, 'ada@shop.example', 'ada@shop.example', E'back\\\\slash\\tand "quote"', 'Li', '{x,ada@shop.example}',
                     '{"deep": [{"name": "Li"}]}', '{"motto": "back\\\\slash\\tand \\"quote\\""}', '203.0.113.9',
                     '0b9f3c52-6c1c-4d8a-9a53-0c5a1f6d2b11', '{ada@shop.example}'),
                    (2, 'Li', NULL, 'fine', NULL, NULL, '{"Li": 1}', NULL, NULL, NULL, NULL),
                    (3, 'Li', '', 'Lisa', NULL, '{}', '[]', 'null', NULL, NULL, '{NULL}');
                """);

        assertThat(leaks)
                .containsExactlyInAnyOrder(
                        new Leak(NOTES, "a", Extent.WHOLE, "users.email", 1),
                        new Leak(NOTES, "a", Extent.WHOLE, "users.first_name", 2),
                        new Leak(NOTES, "b", Extent.WHOLE, "users.email", 1),
                        new Leak(NOTES, "c", Extent.WHOLE, "users.motto", 1),
                        new Leak(NOTES, "d", Extent.WHOLE, "users.first_name", 1),
                        new Leak(NOTES, "e", Extent.WHOLE, "users.email", 1),
                        new Leak(NOTES, "f", Extent.WHOLE, "users.first_name", 2),
                        new Leak(NOTES, "g", Extent.WHOLE, "users.motto", 1),
                        new Leak(NOTES, "h", Extent.WHOLE, "logins.ip", 1),
                        new Leak(NOTES, "i", Extent.WHOLE, "users.token", 1),
                        new Leak(NOTES, "j", Extent.WHOLE, "users.email", 1));
    }

    @Test
    void findsTellingWordsInLongerTextsAndNoShortOnes() {
        List<Leak> leaks = leaks(
                """
                CREATE TABLE notes (a text, b jsonb, c text);
                INSERT INTO notes VALUES
                    ('Mail ada@shop.example.', '{"text": "call +44 20 7946 0958 now"}', 'Li has left'),
                    ('(ada@shop.example)', '{}', 'Mrs Featherstonehaugh-Smith'),
                    ('nothing', '{}', 'Mr. Featherstonehaugh, Li');
                """);

        assertThat(leaks)
                .containsExactly(
                        new Leak(NOTES, "a", Extent.PART, "users.email", 2),
                        new Leak(NOTES, "b", Extent.PART, "users.phone", 1),
                        new Leak(NOTES, "c", Extent.PART, "users.last_name", 2));
    }

    @Test
    void readsPartitionsOnceAndChildrenByThemselves() {
        List<Leak> leaks = leaks(
                """
                CREATE TABLE notes (id int, a text) PARTITION BY RANGE (id);
                CREATE TABLE notes_low PARTITION OF notes FOR VALUES FROM (0) TO (10);
                CREATE TABLE notes_high PARTITION OF notes FOR VALUES FROM (10) TO (20);
                INSERT INTO notes VALUES (1, 'Li'), (11, 'Li');
                CREATE TABLE parent (a text);
                CREATE TABLE child () INHERITS (parent);
                INSERT INTO child VALUES ('Li');
                """);

        assertThat(leaks)
                .containsExactly(
                        new Leak(new TableName("public", "child"), "a", Extent.WHOLE, "users.first_name", 1),
                        new Leak(NOTES, "a", Extent.WHOLE, "users.first_name", 2));
    }

    @Test
    void asksForNoTextTwiceInARow() {
        List<String> asked = new ArrayList<>();
        ConnectionUrl url = Server.database(
                "CREATE TABLE notes (a text); INSERT INTO notes SELECT 'same' FROM generate_series(1, 1000)");

        leaks(url, value -> {
            asked.add(value);
            return Optional.empty();
        });

        assertThat(asked).containsExactly("same");
    }

    @Test
    void givesTheTellingWordsOfAText() {
        List<String> words = new ArrayList<>();

        Words.in(
                "Dear Ms. Featherstonehaugh, ring (020) 7946 0958 or 0207946095 or mail a.b+c@d.example; order AB-123456, née 1970-01-01!",
                words::add);

        assertThat(words)
                .containsExactly(
                        "Featherstonehaugh",
                        "0207946095",
                        "a.b+c@d.example",
                        "AB-123456",
                        "1970-01-01",
                        "(020) 7946 0958",
                        "1970-01-01");
    }

    private static List<Leak> leaks(String sql) {
        return leaks(Server.database(sql), SOURCE);
    }

    private static List<Leak> leaks(ConnectionUrl url, SourceValues source) {
        try (Session session = Session.open(url, new Cancellation())) {
            return new LeakCheck(session, source).leaks(new CatalogReader(session).read());
        }
    }
}
