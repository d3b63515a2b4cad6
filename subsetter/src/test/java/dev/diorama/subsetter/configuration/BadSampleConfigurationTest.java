package dev.diorama.subsetter.configuration;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.yaml.ConfigurationException;
import org.junit.jupiter.api.Test;

class BadSampleConfigurationTest {
    @Test
    void reportsWhatIsWrongWithTables() {
        assertErrors(
                """
                sample:
                  tables:
                    a: {rows: lots}
                    b: {rows: {power: 2}}
                    c: {rows: 5, percent: 1, where: true}
                    d: {were: x}
                    e: {where: "a = 1; DROP TABLE e"}
                    f: {where: [a, b]}
                    g: {rows: {}}
                    h: {always: [[1, 2]]}
                    i: {always: [{}]}
                    j: {always: [{key: 1, keys: [2]}]}
                    k: {always: [{keys: [1, [2, 3]]}]}
                    l: {always: [{keys: []}, {key: []}, {key: {a: 1}}, {key: [~]}]}
                    m: {always: [{key: 1, children: 0}, {key: 1, children: yes}, {key: 1, childern: true}]}
                    n: {always: ["(a"]}
                    o: {always: [{where: ""}]}
                """,
                """
                diorama.yml:3:15: "sample.tables.a.rows" must be logarithmic, all, none, a number of rows, {power: 0.5} or {percent: 1}, not "lots"
                diorama.yml:4:23: "sample.tables.b.rows.power" must lie between 0 and 1
                diorama.yml:5:8: "sample.tables.c" must be one law, not 2 of them
                diorama.yml:6:9: Unknown key "were" in "sample.tables.d" (did you mean "where"?)
                diorama.yml:7:16: "sample.tables.e.where" must be one SQL condition: a semicolon stands at character 6
                diorama.yml:8:16: "sample.tables.f.where" must be a text, not a list
                diorama.yml:9:15: "sample.tables.g.rows" must be logarithmic, all, none, a number of rows, {power: 0.5} or {percent: 1}
                diorama.yml:10:18: "sample.tables.h.always[0]" must be an SQL condition, {where: "…"}, {key: 4711} or {keys: [4711, 4712]}
                diorama.yml:11:18: "sample.tables.i.always[0]" must have one of where, key and keys, not 0 of them
                diorama.yml:12:18: "sample.tables.j.always[0]" must have one of where, key and keys, not 2 of them
                diorama.yml:13:18: "sample.tables.k.always[0]" must have keys of the same number of columns
                diorama.yml:14:25: "sample.tables.l.always[0].keys" names no key
                diorama.yml:14:36: "sample.tables.l.always[1].key" has no value
                diorama.yml:14:47: "sample.tables.l.always[2].key" must be a value, or a list of values for a key of several columns
                diorama.yml:14:63: "sample.tables.l.always[3].key[0]" must be a text, not nothing
                diorama.yml:15:37: "sample.tables.m.always[0].children" must be true, false or how many rows at most come with each row, from 1, not "0"
                diorama.yml:15:60: "sample.tables.m.always[1].children" must be true, false or how many rows at most come with each row, from 1, not "yes"
                diorama.yml:15:75: Unknown key "childern" in "sample.tables.m.always[2]" (did you mean "children"?)
                diorama.yml:16:18: "sample.tables.n.always[0]" must be one SQL condition: ( at character 1 is never closed
                diorama.yml:17:26: "sample.tables.o.always[0].where" must be one SQL condition: it is empty""");
    }

    @Test
    void reportsWhatIsWrongWithReferences() {
        assertErrors(
                """
                sample:
                  references:
                    - {from: comments, to: "posts(tag_ids[])"}
                    - {form: comments(id), to: posts(id)}
                    - {from: "lines(a, b)", to: orders(id)}
                    - {from: lines(order_id), to: orders(id), when: "kind = 'a"}
                    - comments → posts
                    - {from: lines(a, b), to: orders(id)}
                  refernces: []
                """,
                """
                diorama.yml:3:14: "sample.references[0].from" must be table(column), table(column, column), table(array[]) or table(document $.path.to.key), not "comments"; a name with other characters than letters, digits and _ stands in double quotes
                diorama.yml:3:28: "sample.references[0].to" must be table(column) or table(column, column): only the columns of a key can be referred to
                diorama.yml:4:7: "from" in "sample.references[1]" is missing
                diorama.yml:4:8: Unknown key "form" in "sample.references[1]" (did you mean "from"?)
                diorama.yml:5:7: "sample.references[2]" refers with 2 to 1: a reference needs as many columns on both sides
                diorama.yml:6:53: "sample.references[3].when" must be one SQL condition: ' at character 8 is never closed
                diorama.yml:7:7: "sample.references[4]" must be a mapping, not "comments → posts"
                diorama.yml:8:14: "sample.references[5].from" must be table(column), table(column, column), table(array[]) or table(document $.path.to.key), not "lines(a": a text with a comma or a bracket stands in quotes inside of {…}
                diorama.yml:8:23: Unknown key "b)" in "sample.references[5]"
                diorama.yml:9:3: Unknown key "refernces" in "sample" (did you mean "references"?)""");
    }

    private static void assertErrors(String yaml, String errors) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> SampleConfiguration.parse("diorama.yml", yaml))
                .withMessage(errors);
    }
}
