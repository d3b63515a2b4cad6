package dev.diorama.subsetter.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.Always.AlwaysKeys;
import dev.diorama.subsetter.configuration.Always.AlwaysWhere;
import dev.diorama.subsetter.configuration.ConfiguredReference.Referred;
import dev.diorama.subsetter.configuration.ConfiguredReference.Referring;
import dev.diorama.subsetter.configuration.ReferringColumns.Columns;
import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.yaml.ConfigurationException;
import dev.diorama.subsetter.yaml.YamlPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleConfigurationTest {
    @Test
    void readsALawForEachTable() {
        SampleConfiguration configuration = SampleConfiguration.parse(
                "diorama.yml",
                """
                services: {web: {}}
                sample:
                  law: {power: 0.5}
                  tables:
                    country: all
                    "audit_*": none
                    audit_actor: {rows: 7}
                    sales.*: {percent: 2}
                    sales.order?: logarithmic
                """);

        assertThat(law(configuration, "public", "anything")).isEqualTo(new SizeLaw.Power(0.5));
        assertThat(law(configuration, "geo", "country")).isEqualTo(new SizeLaw.All());
        assertThat(law(configuration, "public", "audit_log")).isEqualTo(new SizeLaw.None());
        assertThat(law(configuration, "public", "audit_actor")).isEqualTo(new SizeLaw.Rows(7));
        assertThat(law(configuration, "sales", "visits")).isEqualTo(new SizeLaw.Percent(2));
        assertThat(law(configuration, "sales", "orders")).isEqualTo(new SizeLaw.Logarithmic());
    }

    @Test
    void readsTheShapeThatPeopleAskedFor() {
        SampleConfiguration configuration = SampleConfiguration.parse(
                "diorama.yml",
                """
                sample:
                  law: logarithmic
                  tables:
                    country: all
                    audit_*: none
                    users:
                      rows: {power: 0.6}
                      where: "deleted_at IS NULL"
                      always: ["email LIKE '%@ours.example'"]
                  references:
                    - {from: comments(commentable_id), to: posts(id), when: "commentable_type = 'Post'"}
                """);

        assertThat(configuration.law()).isEqualTo(new SizeLaw.Logarithmic());
        assertThat(law(configuration, "public", "country")).isEqualTo(new SizeLaw.All());
        assertThat(law(configuration, "public", "audit_log")).isEqualTo(new SizeLaw.None());
        assertThat(configuration.settingsFor(new TableName("public", "users")))
                .isEqualTo(new TableSettings(
                        new SizeLaw.Power(0.6),
                        Optional.of(new SqlPredicate("deleted_at IS NULL", at(8, 14))),
                        List.of(new AlwaysWhere(
                                new SqlPredicate("email LIKE '%@ours.example'", at(9, 16)),
                                Optional.empty(),
                                at(9, 16)))));
        assertThat(configuration.references())
                .containsExactly(new ConfiguredReference(
                        new Referring(table("comments"), new Columns(List.of("commentable_id")), at(11, 14)),
                        new Referred(table("posts"), List.of("id"), at(11, 44)),
                        Optional.of(new SqlPredicate("commentable_type = 'Post'", at(11, 61))),
                        at(11, 7)));
    }

    @Test
    void readsTheAnnotatedExample() throws IOException {
        SampleConfiguration configuration =
                SampleConfiguration.parse("diorama.yml", Files.readString(Path.of("../docs/diorama.yml")));

        assertThat(configuration.law()).isEqualTo(new SizeLaw.Logarithmic());
        assertThat(configuration.rules())
                .extracting(TableRule::pattern)
                .containsExactly("country", "audit_*", "book", "users", "order_line");
        TableSettings users = configuration.settingsFor(new TableName("public", "users"));
        assertThat(users.law()).isEqualTo(new SizeLaw.Power(0.6));
        assertThat(users.where().map(SqlPredicate::sql)).contains("deleted_at IS NULL");
        assertThat(users.always())
                .extracting(SampleConfigurationTest::said)
                .containsExactly(
                        "email LIKE '%@ours.example'",
                        "[[4711]]", "[[4712], [4713]] with 100", "role = 'reviewer' with 20");
        assertThat(configuration
                        .settingsFor(new TableName("public", "order_line"))
                        .always())
                .extracting(SampleConfigurationTest::said)
                .containsExactly("[[17, 2]]", "[[18, 1], [18, 2]]");
        assertThat(configuration.references())
                .extracting(reference -> reference
                        + reference.when().map(when -> " when " + when.sql()).orElse(""))
                .containsExactly(
                        "comments(commentable_id) → posts(id) when commentable_type = 'Post'",
                        "comments(commentable_id) → users(id) when commentable_type = 'User'",
                        "shipment(order_id, line_number) → order_line(order_id, number)",
                        "posts(tag_ids[]) → tag(id)",
                        "events(payload $.items[*].book_id) → book(id)");
    }

    @Test
    void takesTheDefaultWhereNothingIsSaid() {
        assertThat(SampleConfiguration.parse("diorama.yml", "")).isEqualTo(SampleConfiguration.DEFAULT);
    }

    @Test
    void reportsEveryErrorWithItsPlace() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(
                        () -> SampleConfiguration.parse(
                                "diorama.yml",
                                """
                        sample:
                          law: logaritmic
                          tabels: {}
                          tables:
                            a: {power: 2}
                            b: {rows: -1}
                            c: {percent: 1, rows: 1}
                            d: {rosw: 1}
                            e: [all]
                            f: {}
                        """))
                .withMessage(
                        """
                        diorama.yml:2:8: "sample.law" must be logarithmic, all, none, a number of rows, {power: 0.5} or {percent: 1}, not "logaritmic" (did you mean "logarithmic"?)
                        diorama.yml:3:3: Unknown key "tabels" in "sample" (did you mean "tables"?)
                        diorama.yml:5:16: "sample.tables.a.power" must lie between 0 and 1
                        diorama.yml:6:15: "sample.tables.b.rows" must not be negative
                        diorama.yml:7:8: "sample.tables.c" must be one law, not 2 of them
                        diorama.yml:8:9: Unknown key "rosw" in "sample.tables.d" (did you mean "rows"?)
                        diorama.yml:9:8: "sample.tables.e" must be logarithmic, all, none, a number of rows, {power: 0.5} or {percent: 1}
                        diorama.yml:10:8: "sample.tables.f" must be logarithmic, all, none, a number of rows, {power: 0.5} or {percent: 1}, or a mapping with rows, where or always""");
    }

    @Test
    void noticesAMisspelledSample() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SampleConfiguration.parse("diorama.yml", "sampel: {law: all}"))
                .withMessage("diorama.yml:1:1: Unknown key \"sampel\" (did you mean \"sample\"?)");
    }

    private static SizeLaw law(SampleConfiguration configuration, String schema, String table) {
        return configuration.lawFor(new TableName(schema, table));
    }

    private static String said(Always always) {
        String rows =
                switch (always) {
                    case AlwaysWhere where -> where.predicate().sql();
                    case AlwaysKeys keys -> keys.keys().toString();
                };
        return rows
                + always.children()
                        .map(children -> " with " + children.mostPerRow())
                        .orElse("");
    }

    private static TableReference table(String name) {
        return new TableReference(Optional.empty(), name);
    }

    private static YamlPosition at(int line, int column) {
        return new YamlPosition("diorama.yml", line, column);
    }
}
