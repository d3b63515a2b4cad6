package dev.diorama.subsetter.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.catalog.Catalog;
import dev.diorama.subsetter.catalog.CatalogReader;
import dev.diorama.subsetter.connection.Snapshot;
import dev.diorama.subsetter.connection.SourceLimits;
import dev.diorama.subsetter.failure.Cancellation;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.yaml.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogFitTest {
    private static final Catalog CATALOG = catalog(
            """
            CREATE SCHEMA sales;
            CREATE SCHEMA archive;
            CREATE DOMAIN tag_list AS bigint[];
            CREATE DOMAIN short_tag_list AS tag_list CHECK (cardinality(VALUE) < 9);
            CREATE TABLE posts (id bigint PRIMARY KEY, slug text NOT NULL UNIQUE, tag_ids short_tag_list, title text,
                                author json, draft boolean, UNIQUE (title, draft) INCLUDE (id));
            CREATE UNIQUE INDEX ON posts (title) WHERE draft;
            CREATE UNIQUE INDEX ON posts (lower(slug));
            CREATE TABLE comments (id int PRIMARY KEY, commentable_type text, commentable_id bigint);
            CREATE TABLE sales.orders (number int, year int, PRIMARY KEY (year, number) INCLUDE (note), note text);
            CREATE TABLE sales.lines (order_year int, order_number int, payload jsonb);
            CREATE TABLE sales.notes (id int PRIMARY KEY);
            CREATE TABLE archive.notes (id int PRIMARY KEY);
            CREATE TABLE archive.posts (id int PRIMARY KEY)""");

    @Test
    void findsWhatIsReferredTo() {
        SampleConfiguration configuration = parse(
                """
                tables:
                  posts: {always: [{key: 1}]}
                  sales.*: {rows: 5}
                  orders: {always: [{keys: [[2020, 1], [2021, 2]]}]}
                references:
                  - {from: comments(commentable_id), to: posts(id), when: "commentable_type = 'Post'"}
                  - {from: "posts(tag_ids[])", to: archive.posts(id)}
                  - {from: lines(payload $.order.post), to: posts(slug)}
                  - {from: "sales.lines(order_number, order_year)", to: "sales.orders(number, year)"}
                  - {from: "posts(draft, slug)", to: "posts(draft, title)"}
                """);

        assertThat(configuration.referencesIn(CATALOG))
                .extracting(UndeclaredReference::toString)
                .containsExactly(
                        "comments(commentable_id) → posts(id)",
                        "posts(tag_ids[]) → archive.posts(id)",
                        "sales.lines(payload $.order.post) → posts(slug)",
                        "sales.lines(order_number, order_year) → sales.orders(number, year)",
                        "posts(draft, slug) → posts(draft, title)");
    }

    @Test
    void fitsTheAnnotatedExampleToItsSchema() throws IOException {
        Catalog shop = catalog(
                """
                CREATE TABLE country (code text PRIMARY KEY);
                CREATE TABLE audit_log (id int);
                CREATE TABLE book (id int PRIMARY KEY);
                CREATE TABLE users (
                    id int PRIMARY KEY, email text, role text, deleted_at date, name text, phone text, password_hash text,
                    middle_name text, company_email text, born date, salary numeric, company text, initials text,
                    settings jsonb, nickname text);
                CREATE TABLE order_line (order_id int, number int, PRIMARY KEY (order_id, number));
                CREATE TABLE shipment (order_id int, line_number int);
                CREATE TABLE posts (id int PRIMARY KEY, tag_ids int[]);
                CREATE TABLE comments (commentable_type text, commentable_id int, user_id int, written_at timestamptz);
                CREATE TABLE tag (id int PRIMARY KEY);
                CREATE TABLE events (payload json)""");

        assertThat(SampleConfiguration.parse("diorama.yml", Files.readString(Path.of("../docs/diorama.yml")))
                        .referencesIn(shop))
                .hasSize(5);
    }

    @Test
    void namesWhatWasMeant() {
        SampleConfiguration configuration = parse(
                """
                tables:
                  coments: all
                  nothing_*: none
                  sales.lines: {always: [{key: 1}]}
                  sales.o*: {always: [{key: 1}]}
                  public.posts: {always: [{key: [1, 2]}]}
                references:
                  - {from: coment(id), to: notes(id)}
                  - {from: comments(comentable_id), to: Posts(id)}
                  - {from: "comments(commentable_id[])", to: posts(title)}
                  - {from: comments(commentable_type $.id), to: sales.lines(order_year)}
                  - {from: posts(tag_ids), to: archive.posts(di)}
                  - {from: posts(author), to: archive.posts(id)}
                  - {from: posts(id), to: sale.notes(id)}
                """);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> configuration.requireFits(CATALOG))
                .withMessage(
                        """
                        diorama.yml:3:14: The source has no table "coments" (did you mean "comments"?)
                        diorama.yml:4:16: The source has no table whose name matches "nothing_*"
                        diorama.yml:5:28: "sales.lines" has no primary key to look up: say where: instead
                        diorama.yml:6:25: The primary key of "sales.orders" is (year, number), so a key has 2 and not 1 values
                        diorama.yml:7:29: The primary key of "posts" is (id), so a key has 1 and not 2 values
                        diorama.yml:9:14: The source has no table "coment" (did you mean "comments"?)
                        diorama.yml:9:30: The source has several tables "notes": say which of archive.notes, sales.notes is meant
                        diorama.yml:10:14: "comments" has no column "comentable_id" (did you mean "commentable_id"?)
                        diorama.yml:10:43: The source has no table "Posts" (did you mean "posts"?)
                        diorama.yml:11:14: Column "commentable_id" of "comments" is no array but bigint: leave out []
                        diorama.yml:11:48: (title) is no primary or unique key of "posts", so a reference could mean several rows; it has (id) or (slug) or (title, draft)
                        diorama.yml:12:14: Column "commentable_type" of "comments" is text: a path needs json or jsonb
                        diorama.yml:12:51: (order_year) is no primary or unique key of "sales.lines", so a reference could mean several rows; the table has none
                        diorama.yml:13:14: Column "tag_ids" of "posts" is an array: write tag_ids[] if each element is a key
                        diorama.yml:13:34: "archive.posts" has no column "di" (did you mean "id"?)
                        diorama.yml:14:14: Column "author" of "posts" is json: say where in it the key is, like author $.id
                        diorama.yml:15:29: The source has no table "sale.notes" (did you mean "sales.notes"?)""");
    }

    private static SampleConfiguration parse(String yaml) {
        return SampleConfiguration.parse("diorama.yml", "sample:\n" + yaml.indent(2));
    }

    private static Catalog catalog(String sql) {
        try (Snapshot snapshot = Snapshot.take(Server.database(sql), SourceLimits.DEFAULT, new Cancellation())) {
            return new CatalogReader(snapshot.session()).read();
        }
    }
}
