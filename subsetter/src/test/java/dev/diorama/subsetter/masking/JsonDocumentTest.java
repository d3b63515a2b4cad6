package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    private static final Masking X = new Masking.Named(MaskerName.REDACT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$.a.b | { \"a\" :{\"b\":  \"Ada\",\"c\":\"Ada\"}, \"b\":\"Ada\" } | { \"a\" :{\"b\":  \"Xxx\",\"c\":\"Ada\"}, \"b\":\"Ada\" }",
                "$.a[*].c | {\"a\": [{\"c\": \"ab\"}, {\"d\": \"ab\", \"c\": \"a\"}]} | {\"a\": [{\"c\": \"xx\"}, {\"d\": \"ab\", \"c\": \"x\"}]}",
                "$.a[1] | {\"a\": [\"a\", \"b\", \"c\"]} | {\"a\": [\"a\", \"x\", \"c\"]}",
                "$..email | [{\"email\": \"ab\", \"x\": {\"y\": [{\"email\": \"cd\"}]}}, \"email\"] | [{\"email\": \"xx\", \"x\": {\"y\": [{\"email\": \"xx\"}]}}, \"email\"]",
                "$.* | {\"a\": \"b\", \"c\": {\"d\": \"e\"}} | {\"a\": \"x\", \"c\": {\"d\": \"x\"}}",
                "$['a b'] | {\"a b\": \"c\", \"a\": \"c\"} | {\"a b\": \"x\", \"a\": \"c\"}",
                "$..a.b | {\"a\": {\"a\": {\"b\": \"c\", \"c\": \"c\"}}} | {\"a\": {\"a\": {\"b\": \"x\", \"c\": \"c\"}}}",
                "$ | \"Ada\" | \"Xxx\"",
                "$ | 12.50 | 0.00",
                "$.a | {\"a\": {\"n\": -1.5e3, \"t\": true, \"z\": null, \"l\": [7, \"b\"]}} | {\"a\": {\"n\": 0.0, \"t\": false, \"z\": null, \"l\": [0, \"x\"]}}",
                "$.a | {\"b\": 1.50, \"c\": \"\\u00e9\\/\"} | {\"b\": 1.50, \"c\": \"\\u00e9\\/\"}",
                "$.a | {\"a\": \"\\u00e9\\n\\\"9\\\"\"} | {\"a\": \"x\\n\\\"0\\\"\"}"
            })
    void masksWhatAPathLeadsToAndLeavesTheRestByteForByte(String path, String before, String after) {
        assertThat(Texts.mask(Texts.json(Map.of(path, X)), before)).isEqualTo(after);
    }

    @Test
    void masksATextInADocumentLikeOneInAColumn() {
        Masker masker = Texts.json(Map.of("$.e", new Masking.Named(MaskerName.EMAIL)));

        assertThat(Texts.mask(masker, "{\"e\":\"ada.lovelace@analytical.org\"}"))
                .isEqualTo(
                        "{\"e\":\"" + Texts.mask(Texts.text(MaskerName.EMAIL), "ada.lovelace@analytical.org") + "\"}");
    }

    @Test
    void masksNumbersAndTruthValuesWhateverTheMaskerIs() {
        Masker masker = Texts.json(Map.of("$.p", new Masking.Named(MaskerName.PHONE)));

        assertThat(Texts.mask(masker, "{\"p\": 4915112345, \"q\": 1}"))
                .matches("\\{\"p\": [1-9]\\d{9}, \"q\": 1}")
                .doesNotContain("4915112345");
        assertThat(Texts.mask(masker, "{\"p\": [true, -0.25, null]}"))
                .matches("\\{\"p\": \\[false, -0\\.\\d\\d, null]}");
    }

    @Test
    void replacesByNullAndByConstants() {
        Map<String, Masking> paths = new LinkedHashMap<>();
        paths.put("$.a", new Masking.Named(MaskerName.NULL));
        paths.put("$.b", new Masking.Constant("say \"7\""));
        paths.put("$.c", new Masking.Constant("7"));

        assertThat(Texts.mask(Texts.json(paths), "{\"a\": \"x\", \"b\": \"x\", \"c\": [\"x\", 8, true]}"))
                .isEqualTo("{\"a\": null, \"b\": \"say \\\"7\\\"\", \"c\": [\"7\", 7, 7]}");
    }

    @Test
    void letsTheNearestPathDecide() {
        Map<String, Masking> paths = new LinkedHashMap<>();
        paths.put("$.a", X);
        paths.put("$.a.b", new Masking.Keep("public"));
        paths.put("$..c", new Masking.Constant("c"));
        paths.put("$.a.c", new Masking.Constant("never"));

        assertThat(Texts.mask(Texts.json(paths), "{\"a\": {\"b\": \"Ada\", \"c\": \"Ada\", \"d\": \"Ada\"}}"))
                .isEqualTo("{\"a\": {\"b\": \"Ada\", \"c\": \"c\", \"d\": \"Xxx\"}}");
    }

    @Test
    void changesNothingButWhatIsMasked() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Masker masker = Texts.json(Map.of("$..secret", new Masking.Named(MaskerName.SCRAMBLE)));
        Texts texts = new Texts(9);
        for (int i = 0; i < 500; i++) {
            Map<String, Map<String, String>> secrets = new LinkedHashMap<>();
            Map<String, Map<String, String>> others = new LinkedHashMap<>();
            List<String> values = new ArrayList<>();
            for (int j = 0; j < 5; j++) {
                values.add(texts.any());
                secrets.put("k" + j, Map.of("secret", values.get(j)));
                others.put("k" + j, Map.of("open", values.get(j)));
            }
            String open = mapper.writeValueAsString(others);
            assertThat(Texts.mask(masker, open)).isEqualTo(open);
            JsonNode masked = mapper.readTree(Texts.mask(masker, mapper.writeValueAsString(secrets)));
            for (int j = 0; j < 5; j++) {
                assertThat(masked.at("/k" + j + "/secret").textValue())
                        .isEqualTo(Texts.mask(Texts.text(MaskerName.SCRAMBLE), values.get(j)));
            }
        }
    }

    @Test
    void masksHugeAndDeepDocuments() {
        Masker masker = Texts.json(Map.of("$..s", X));
        String deep = "[".repeat(50_000) + "{\"s\":\"a\"}" + "]".repeat(50_000);
        String huge =
                "[" + "{\"o\":\"a\",\"s\":\"a\"},".repeat(100_000) + "{\"s\":\"" + "a".repeat(30_000_000) + "\"}]";

        assertThat(Texts.mask(masker, deep)).isEqualTo(deep.replace("\"a\"", "\"x\""));
        assertThat(Texts.mask(masker, huge)
                        .equals(huge.replace("\"s\":\"a\"", "\"s\":\"x\"").replace("aa", "xx")))
                .isTrue();
        assertThat(Texts.mask(masker, "{\"s\":" + "1".repeat(5_000) + "}")).isEqualTo("{\"s\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"Ada\"", "Ada", "{\"a\": 1} {\"a\": 2}", "{'a': 'Ada'}", "  "})
    void scramblesATextThatIsNoDocument(String value) {
        Masking masking = new Masking.Json(Map.of("$.zz", X));
        String mask = Texts.mask(Texts.MASKERS.masker(masking, ValueKind.TEXT, 0), value);

        assertThat(mask).hasSameSizeAs(value).doesNotContain("Ada");
        if (!value.isBlank()) {
            assertThat(mask).isNotEqualTo(value);
        }
        assertThat(Texts.mask(Texts.json(Map.of("$.zz", X)), value)).isEqualTo("null");
    }

    @Test
    void escapesHalfACharacter() {
        Masker masker = Texts.json(Map.of("$", new Masking.Named(MaskerName.SCRAMBLE)));

        assertThat(Texts.mask(masker, "\"\\ud83d-\\udc4d\\ud83d\\udc4d\\u0001\""))
                .isEqualTo("\"\\ud83d-\\udc4d👍\\u0001\"");
    }

    @Test
    void masksAllOfADocumentByAName() {
        assertThat(Texts.mask(
                        Texts.MASKERS.masker(X, ValueKind.JSON, 0),
                        "{\"a\": [1, \"b\", {\"c\": \"Ada\"}], \"d\": null}"))
                .isEqualTo("{\"a\": [0, \"x\", {\"c\": \"Xxx\"}], \"d\": null}");
    }
}
