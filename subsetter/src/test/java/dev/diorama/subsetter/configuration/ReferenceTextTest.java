package dev.diorama.subsetter.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.configuration.ReferringColumns.Columns;
import dev.diorama.subsetter.configuration.ReferringColumns.Elements;
import dev.diorama.subsetter.configuration.ReferringColumns.JsonPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceTextTest {
    @Test
    void readsColumns() {
        assertThat(ReferenceText.parse("comments(post_id)"))
                .contains(parts("comments", new Columns(List.of("post_id"))));
        assertThat(ReferenceText.parse(" Lines ( orderId , \"line, (no)\" ,größe$1 ) "))
                .contains(parts("Lines", new Columns(List.of("orderId", "line, (no)", "größe$1"))));
    }

    @Test
    void readsSchemasAndQuotedNames() {
        assertThat(ReferenceText.parse("\"My.Schema\".\"a \"\"b\"\"\"(\"c[]\")"))
                .contains(new ReferenceText.Parts(
                        new TableReference(Optional.of("My.Schema"), "a \"b\""), new Columns(List.of("c[]"))));
        assertThat(ReferenceText.parse("sales.orders(id)"))
                .contains(new ReferenceText.Parts(
                        new TableReference(Optional.of("sales"), "orders"), new Columns(List.of("id"))));
    }

    @Test
    void readsElementsOfAnArray() {
        assertThat(ReferenceText.parse("posts(tag_ids[])")).contains(parts("posts", new Elements("tag_ids")));
    }

    @Test
    void readsPathsIntoDocuments() {
        assertThat(ReferenceText.parse("events(payload $.user.id)"))
                .contains(parts("events", new JsonPath("payload", "$.user.id")));
        assertThat(ReferenceText.parse("events(\"pay load\"  strict $.items[*] ? (@.kind == \"a)\").id )"))
                .contains(parts("events", new JsonPath("pay load", "strict $.items[*] ? (@.kind == \"a)\").id")));
    }

    @Test
    void refusesEverythingElse() {
        for (String text : List.of(
                "",
                "posts",
                "posts()",
                "posts(id",
                "posts(id,)",
                "posts(id name)",
                "posts(id[1])",
                "posts(a[], b)",
                "posts.id",
                "a.b.c(id)",
                "2nd(id)",
                "\"posts(id)",
                "posts(\"\")",
                "posts(payload .id)",
                "posts(id) WHERE x")) {
            assertThat(ReferenceText.parse(text)).as(text).isEmpty();
        }
    }

    private static ReferenceText.Parts parts(String table, ReferringColumns columns) {
        return new ReferenceText.Parts(new TableReference(Optional.empty(), table), columns);
    }
}
