package dev.diorama.subsetter.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.sizing.SizeLaw;
import dev.diorama.subsetter.yaml.ConfigurationException;
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
}
