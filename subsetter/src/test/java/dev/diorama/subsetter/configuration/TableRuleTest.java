package dev.diorama.subsetter.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.Always.AlwaysKeys;
import dev.diorama.subsetter.configuration.Always.AlwaysWhere;
import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.yaml.YamlPosition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableRuleTest {
    @Test
    void readsEveryFormOfALaw() {
        SampleConfiguration configuration = parse(
                """
                law: 12
                tables:
                  word: all
                  number: 1_000
                  mapping: {power: 0.6}
                  rows: {rows: 500}
                  rows_word: {rows: none}
                  rows_mapping: {rows: {percent: 2}}
                  rows_rows: {rows: {rows: 7}}
                  law_and_condition: {percent: 3, where: id > 1}
                """);

        assertThat(configuration.lawFor(table("word"))).isEqualTo(new SizeLaw.All());
        assertThat(configuration.lawFor(table("number"))).isEqualTo(new SizeLaw.Rows(1000));
        assertThat(configuration.lawFor(table("mapping"))).isEqualTo(new SizeLaw.Power(0.6));
        assertThat(configuration.lawFor(table("rows"))).isEqualTo(new SizeLaw.Rows(500));
        assertThat(configuration.lawFor(table("rows_word"))).isEqualTo(new SizeLaw.None());
        assertThat(configuration.lawFor(table("rows_mapping"))).isEqualTo(new SizeLaw.Percent(2));
        assertThat(configuration.lawFor(table("rows_rows"))).isEqualTo(new SizeLaw.Rows(7));
        assertThat(configuration.settingsFor(table("law_and_condition")))
                .isEqualTo(new TableSettings(
                        new SizeLaw.Percent(3), Optional.of(new SqlPredicate("id > 1", at(11, 44))), List.of()));
        assertThat(configuration.lawFor(table("other"))).isEqualTo(new SizeLaw.Rows(12));
    }

    @Test
    void readsEveryFormOfRowsThatAreAlwaysKept() {
        SampleConfiguration configuration = parse(
                """
                tables:
                  list:
                    always:
                      - email LIKE '%@ours.example'
                      - {where: vip, children: true}
                      - {key: 4711, children: 20}
                      - {keys: [4711, b-1], children: false}
                      - {key: [1, a]}
                      - {keys: [[1, a], [2, b]]}
                  alone:
                    always: {key: 7}
                  condition:
                    always: "vip"
                """);

        assertThat(configuration.settingsFor(table("list")).always())
                .containsExactly(
                        new AlwaysWhere(
                                new SqlPredicate("email LIKE '%@ours.example'", at(5, 11)),
                                Optional.empty(),
                                at(5, 11)),
                        new AlwaysWhere(new SqlPredicate("vip", at(6, 19)), Optional.of(new Children(100)), at(6, 11)),
                        new AlwaysKeys(List.of(List.of("4711")), Optional.of(new Children(20)), at(7, 11)),
                        new AlwaysKeys(List.of(List.of("4711"), List.of("b-1")), Optional.empty(), at(8, 11)),
                        new AlwaysKeys(List.of(List.of("1", "a")), Optional.empty(), at(9, 11)),
                        new AlwaysKeys(List.of(List.of("1", "a"), List.of("2", "b")), Optional.empty(), at(10, 11)));
        assertThat(configuration.settingsFor(table("alone")).always())
                .containsExactly(new AlwaysKeys(List.of(List.of("7")), Optional.empty(), at(12, 15)));
        assertThat(configuration.settingsFor(table("condition")).always())
                .containsExactly(new AlwaysWhere(new SqlPredicate("vip", at(14, 15)), Optional.empty(), at(14, 15)));
    }

    @Test
    void fillsWhatARuleLeavesOutFromTheNextThatMatches() {
        SampleConfiguration configuration = parse(
                """
                law: none
                tables:
                  users: {where: a, always: [b]}
                  u*: {rows: 5, always: [c]}
                  "*s": {rows: all, where: d}
                  "schema_*": {where: e}
                """);

        TableSettings users = configuration.settingsFor(table("users"));
        assertThat(users.law()).isEqualTo(new SizeLaw.All());
        assertThat(users.where().map(SqlPredicate::sql)).contains("a");
        assertThat(users.always())
                .extracting(always -> ((AlwaysWhere) always).predicate().sql())
                .containsExactly("b", "c");
        assertThat(configuration.settingsFor(table("unit")).law()).isEqualTo(new SizeLaw.Rows(5));
        assertThat(configuration.settingsFor(table("unit")).where()).isEmpty();
        assertThat(configuration.lawFor(table("schema_info"))).isEqualTo(new SizeLaw.None());
    }

    @Test
    void keepsTheHistoriesOfMigrationToolsWhole() {
        SampleConfiguration configuration =
                parse("{law: none, tables: {schema_migrations: {where: \"version > ''\"}, \"*_version\": none}}");

        assertThat(configuration.lawFor(table("schema_migrations"))).isEqualTo(new SizeLaw.All());
        assertThat(configuration.lawFor(table("flyway_schema_history"))).isEqualTo(new SizeLaw.All());
        assertThat(configuration.lawFor(table("alembic_version"))).isEqualTo(new SizeLaw.None());
    }

    private static SampleConfiguration parse(String yaml) {
        return SampleConfiguration.parse("diorama.yml", "sample:\n" + yaml.indent(2));
    }

    private static TableName table(String name) {
        return new TableName("public", name);
    }

    private static YamlPosition at(int line, int column) {
        return new YamlPosition("diorama.yml", line, column);
    }
}
