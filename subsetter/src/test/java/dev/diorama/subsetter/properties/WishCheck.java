package dev.diorama.subsetter.properties;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.connection.ConnectionUrl;
import dev.diorama.subsetter.properties.Wish.Always;
import dev.diorama.subsetter.properties.Wish.Only;
import dev.diorama.subsetter.properties.Wish.Reference;
import dev.diorama.subsetter.properties.Wish.WithChildren;
import dev.diorama.subsetter.testing.Server;
import java.util.List;
import java.util.stream.Stream;

/** Judges whether what was wished of a sample came true in it. */
final class WishCheck {
    private final RandomSchema schema;
    private final ConnectionUrl source;
    private final ConnectionUrl sample;

    WishCheck(RandomSchema schema, ConnectionUrl source, ConnectionUrl sample) {
        this.schema = schema;
        this.source = source;
        this.sample = sample;
    }

    void require() {
        for (Wish wish : schema.wishes()) {
            switch (wish) {
                case Only only -> require(only);
                case Always always -> requireRows(always.table(), always.condition());
                case WithChildren one -> require(one);
                case Reference reference -> require(reference);
            }
        }
    }

    private void requireRows(TableId id, String condition) {
        String rows = "SELECT c::text FROM %s c WHERE %s".formatted(from(id), condition);
        assertThat(Rows.missing(Server.query(source, rows), Server.query(sample, rows)))
                .as("a row of %s that is always in the sample", id)
                .isEmpty();
    }

    /** What does not fulfil the condition is there only because another row needs it, or because it always is. */
    private void require(Only only) {
        if (schema.wishes().stream().anyMatch(WithChildren.class::isInstance)) {
            return;
        }
        String always = schema.wishes().stream()
                .flatMap(wish -> wish instanceof Always some && some.table().equals(only.table())
                        ? Stream.of(" AND (%s) IS NOT TRUE".formatted(some.condition()))
                        : Stream.empty())
                .collect(joining());
        String declared = schema.references().stream()
                .filter(reference -> reference.parent().equals(only.table()))
                .map(reference -> " AND NOT EXISTS (%s)".formatted(reference.children()))
                .collect(joining());
        String configured = schema.wishes().stream()
                .flatMap(wish -> wish instanceof Reference some && some.parent().equals(only.table())
                        ? Stream.of(" AND NOT EXISTS (%s)".formatted(some.children()))
                        : Stream.empty())
                .collect(joining());
        assertThat(Server.query(
                        sample,
                        "SELECT p::text FROM %s p WHERE (%s) IS NOT TRUE %s"
                                .formatted(from(only.table()), only.condition(), always + declared + configured)))
                .as("rows of %s that do not fulfil %s", only.table(), only.condition())
                .isEmpty();
    }

    private void require(WithChildren one) {
        String condition = one.condition(schema.table(one.table()).primaryKey().orElseThrow());
        requireRows(one.table(), condition);
        for (RandomReference reference : schema.references()) {
            if (reference.parent().equals(one.table())) {
                String children = "SELECT count(*) FROM (SELECT * FROM %s r WHERE %s) p, LATERAL (%s) c"
                        .formatted(reference.parentRows(), condition, reference.children());
                long most = Math.min(one.children(), Server.number(source, children));
                assertThat(Server.number(sample, children))
                        .as(
                                "rows of %s that hang on one of %s by \"%s\"",
                                reference.child(), one.table(), reference.name())
                        .isGreaterThanOrEqualTo(most);
            }
        }
    }

    private void require(Reference reference) {
        List<String> orphans = Server.query(sample, reference.orphans());
        assertThat(Rows.missing(orphans, Server.query(source, reference.orphans())))
                .as("a row that refers by %s to a row that is missing", reference.from())
                .isEmpty();
    }

    private String from(TableId id) {
        return (schema.table(id).isPartitioned() ? "" : "ONLY ") + id.sql();
    }
}
