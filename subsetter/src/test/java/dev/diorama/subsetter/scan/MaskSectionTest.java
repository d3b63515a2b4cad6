package dev.diorama.subsetter.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.catalog.TableName;
import dev.diorama.subsetter.configuration.SampleConfiguration;
import dev.diorama.subsetter.masking.MaskerName;
import dev.diorama.subsetter.masking.Masking;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskSectionTest {
    @Test
    void saysWhatTheConfigurationReads() {
        List<Finding> findings = List.of(
                finding("users", "email", Optional.empty()),
                finding("users", "settings", Optional.of("$.work mail")),
                finding("users", "settings", Optional.of("$.old[*].email")),
                finding("odd \"table\"", "what.is: this", Optional.empty()));

        String yaml = new MaskSection(findings).yaml();

        assertThat(yaml)
                .isEqualTo(
                        """
                        sample:
                          mask:
                            # users
                            users.email: email # email, high: 3 of 3 values are e-mail addresses
                            users.settings:
                              json:
                                "$.work mail": email # email, high: 3 of 3 values are e-mail addresses
                                "$.old[*].email": email # email, high: 3 of 3 values are e-mail addresses
                            # odd "table"
                            "odd \\"table\\".what?is: this": email # email, high: 3 of 3 values are e-mail addresses
                        """);
        Classification classification = new Classification(
                SampleConfiguration.parse("diorama.yml", yaml).masks());
        assertThat(findings).allMatch(classification);
        assertThat(classification.test(finding("users", "settings", Optional.of("$.new.email"))))
                .isFalse();
        assertThat(classification.test(finding("users", "other", Optional.empty())))
                .isFalse();
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(new MaskSection(List.of()).yaml()).isEqualTo("sample:\n  mask: {}\n");
    }

    private static Finding finding(String table, String column, Optional<String> path) {
        return new Finding(
                new TableName("public", table),
                column,
                path,
                Category.EMAIL,
                Confidence.HIGH,
                "3 of 3 values are e-mail addresses",
                new Masking.Named(MaskerName.EMAIL));
    }
}
