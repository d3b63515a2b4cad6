package dev.diorama.subsetter.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {
    @Test
    void readsEveryKindOfValue() {
        YamlDocument document = parse(
                """
                name: bookshop
                version: 15
                ratio: 0.5
                enabled: true
                wait: 1m30s
                command: [java, -jar]
                one: alone
                nested:
                  key: value
                services:
                  web: {port: 80}
                  volume:
                """);
        YamlMapping root = document.root();

        assertThat(root.text("name")).isEqualTo("bookshop");
        assertThat(root.text("version")).isEqualTo("15");
        assertThat(root.optionalInteger("version")).contains(15L);
        assertThat(root.optionalNumber("ratio")).contains(0.5);
        assertThat(root.optionalBoolean("enabled")).contains(true);
        assertThat(root.optionalDuration("wait")).contains(Duration.ofSeconds(90));
        assertThat(root.texts("command")).containsExactly("java", "-jar");
        assertThat(root.texts("one")).containsExactly("alone");
        assertThat(root.optionalMapping("nested").orElseThrow().optionalText("key"))
                .contains("value");
        assertThat(root.mappings("services")).containsOnlyKeys("web", "volume");
        assertThat(root.mappings("services")).hasEntrySatisfying("web", web -> assertThat(web.optionalInteger("port"))
                .contains(80L));
        assertThatNoException().isThrownBy(document::finish);
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "5m,PT5M", "2h,PT2H", "1d,PT24H", "1h30m,PT1H30M"})
    void readsDurations(String text, Duration expected) {
        assertThat(parse("wait: " + text).root().optionalDuration("wait")).contains(expected);
    }

    @Test
    void treatsAKeyWithoutValueAsAbsent() {
        YamlDocument document = parse("sample:\nlaw: ~\n");

        assertThat(document.root().optionalMapping("sample")).isEmpty();
        assertThat(document.root().optionalText("law")).isEmpty();
        assertThatNoException().isThrownBy(document::finish);
    }

    @Test
    void readsAnEmptyFileAsAnEmptyMapping() {
        YamlDocument document = parse("# nothing yet\n");

        assertThat(document.root().entries()).isEmpty();
        assertThatNoException().isThrownBy(document::finish);
    }

    @Test
    void knowsThePlaceOfEveryValue() {
        YamlValue value = parse("sample:\n  tables:\n    users: all\n")
                .root()
                .optionalMapping("sample")
                .flatMap(sample -> sample.optionalMapping("tables"))
                .flatMap(tables -> tables.optional("users"))
                .orElseThrow();

        assertThat(value.position()).hasToString("diorama.yml:3:12");
        assertThat(value.path()).isEqualTo("sample.tables.users");
    }

    @Test
    void reportsEveryErrorInTheOrderOfTheFile() {
        YamlDocument document = parse(
                """
                sample:
                  law: [1]
                  tabels: {}
                port: many
                wait: soon
                loud: perhaps
                list: {a: 1}
                law: 1
                law: 2
                """);
        YamlMapping root = document.root();
        YamlMapping sample = root.optionalMapping("sample").orElseThrow();
        root.text("missing");
        root.optionalInteger("port");
        root.optionalDuration("wait");
        root.optionalBoolean("loud");
        root.list("list");
        root.optional("law");
        sample.optionalText("law");
        sample.optionalMapping("tables");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(document::finish)
                .withMessage(
                        """
                        diorama.yml:1:1: "missing" is missing
                        diorama.yml:2:8: "sample.law" must be a text, not a list
                        diorama.yml:3:3: Unknown key "tabels" in "sample" (did you mean "tables"?)
                        diorama.yml:4:7: "port" must be a whole number, not "many"
                        diorama.yml:5:7: "wait" must be a duration like 30s, 5m or 2h, not "soon"
                        diorama.yml:6:7: "loud" must be true or false, not "perhaps"
                        diorama.yml:7:7: "list" must be a list, not a mapping
                        diorama.yml:9:1: "law" is there twice, first in line 8""");
    }

    @Test
    void reportsWhatTheReaderFindsWrong() {
        YamlDocument document = parse("references:\n- from: a\n- from: b\n");
        document.root().list("references").forEach(reference -> {
            reference.mapping().orElseThrow().text("from");
            if (reference.path().equals("references[1]")) {
                reference.error("There is no table b");
            }
        });

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(document::finish)
                .satisfies(e -> assertThat(e.errors()).isEqualTo(List.of("diorama.yml:3:3: There is no table b")));
    }

    @Test
    void findsUnknownKeysInsideLists() {
        YamlDocument document = parse("references:\n- fron: a\n");
        document.root().list("references").getFirst().mapping().orElseThrow().optionalText("from");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(document::finish)
                .withMessage("diorama.yml:2:3: Unknown key \"fron\" in \"references[0]\" (did you mean \"from\"?)");
    }

    @Test
    void followsMergeKeys() {
        YamlMapping web = parse(
                        """
                        base: &base {image: nginx, port: 80}
                        web:
                          <<: *base
                          port: 8080
                        """)
                .root()
                .optionalMapping("web")
                .orElseThrow();

        assertThat(web.text("image")).isEqualTo("nginx");
        assertThat(web.optionalInteger("port")).contains(8080L);
    }

    @Test
    void saysWhereTextIsNotYaml() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> parse("sample:\n  law: [a, b\nnext: 1\n"))
                .withMessageStartingWith("diorama.yml:3:5: This is not valid YAML: ");
    }

    @Test
    void refusesAFileThatHoldsNoMapping() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> parse("- a\n- b\n").finish())
                .withMessage("diorama.yml:1:1: The file must hold a mapping, not a list");
    }

    @Test
    void refusesAFileOfSeveralDocuments() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> parse("law: all\n---\nlaw: none\n").finish())
                .withMessage("diorama.yml:2:1: This is not valid YAML: but found another document");
    }

    @Test
    void refusesAFileThatIsTooLong() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> parse("a".repeat(1_000_001)))
                .withMessage("diorama.yml: The file has more than 1,000,000 characters: is it the right one?");
    }

    @Test
    void refusesAFileThatIsTooDeep() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> parse("sample: " + "[".repeat(100_000)))
                .withMessage("diorama.yml:1:1: Values are nested too deeply");
    }

    private static YamlDocument parse(String text) {
        return YamlDocument.parse("diorama.yml", text);
    }
}
