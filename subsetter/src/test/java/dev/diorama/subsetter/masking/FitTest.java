package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FitTest {
    @Test
    void saysWhyAMaskingDoesNotFit() {
        assertThat(Maskers.misfit(new Masking.Named(MaskerName.EMAIL), ValueKind.DATE))
                .contains(
                        "has dates, which email does not mask; possible are null, blank, shift-days, constant, sql, keep");
        assertThat(Maskers.misfit(new Masking.ShiftDays(30, Optional.empty()), ValueKind.INTEGER))
                .contains(
                        "has whole numbers, which shift-days does not mask; possible are phone, postcode, credit-card, ssn,"
                                + " tax-id, scramble, redact, null, blank, noise, constant, sql, keep");
        assertThat(Maskers.misfit(new Masking.Json(Map.of()), ValueKind.UUID))
                .contains(
                        "has UUIDs, which json does not mask; possible are uuid, scramble, hash, null, blank, constant, sql, keep");
        assertThat(Maskers.misfit(new Masking.EmailKeepingDomain(), ValueKind.BOOLEAN))
                .contains("has truth values, which email does not mask; possible are null, blank, constant, sql, keep");
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, abc, 'has whole numbers, and the constant is none'",
        "DECIMAL, 1.2.3, 'has numbers, and the constant is none'",
        "DATE, 31.12.2024, 'has dates, and the constant is none'",
        "UUID, 1, 'has UUIDs, and the constant is none'",
        "BOOLEAN, maybe, 'has truth values, and the constant is none'",
        "JSON, {, 'has JSON documents, and the constant is none'",
        "TEXT, long, 'holds 3 characters, and the constant has 4'"
    })
    void refusesConstantsThatTheColumnDoesNotHold(ValueKind kind, String text, String reason) {
        assertThat(Maskers.misfit(new Masking.Constant(text), kind, 3)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"INTEGER, -7", "DECIMAL, 1.5e3", "DATE, infinity", "BOOLEAN, true", "JSON, {}", "TEXT, Ada", "OTHER, x"
    })
    void takesConstantsThatTheColumnHolds(ValueKind kind, String text) {
        assertThat(Maskers.misfit(new Masking.Constant(text), kind, 9)).isEmpty();
        assertThat(Texts.MASKERS.masker(new Masking.Constant(text), kind, 9).mask("any", "", 0))
                .isEqualTo(text);
    }

    @Test
    void saysWhatIsWrongAtAPath() {
        assertThat(misfitAt("$.a[", new Masking.Named(MaskerName.EMAIL)))
                .contains("has the path \"$.a[\", which is none; paths are like $.a.b, $.a[*].b and $..b");
        assertThat(misfitAt("$.a", new Masking.Sql("1")))
                .contains("has sql at the path \"$.a\", which cannot be inside a document; write sql for the column");
        assertThat(misfitAt("$.a", new Masking.Json(Map.of("a", new Masking.Keep("x")))))
                .contains(
                        "at the path \"$.a\" has the path \"a\", which is none; paths are like $.a.b, $.a[*].b and $..b");
        assertThat(misfitAt("$.a", new Masking.Keep("public"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ValueKind.class)
    void makesAMaskerOfAllThatFits(ValueKind kind) {
        Maskers maskers = new Maskers(Texts.key("one"), Locale.ENGLISH);
        for (MaskerName name : MaskerName.values()) {
            Masking masking = new Masking.Named(name);
            if (Maskers.misfit(masking, kind).isEmpty()) {
                String value = kind == ValueKind.JSON ? "{\"a\": 1}" : kind == ValueKind.BYTES ? "\\x0aff" : "12";
                Masker masker = maskers.masker(masking, kind, 0);
                boolean none = name == MaskerName.NULL || name == MaskerName.BLANK;
                assertThat(masker.mask(value, "", 0) == null).as(name.word()).isEqualTo(none);
            } else {
                assertThatThrownBy(() -> maskers.masker(masking, kind, 0))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(
                                "The column " + Maskers.misfit(masking, kind).orElseThrow());
            }
        }
    }

    @Test
    void masksBytesAndHashes() {
        assertThat(typed(MaskerName.SCRAMBLE, ValueKind.BYTES, "\\x00ff10"))
                .matches("\\\\x[0-9a-f]{6}")
                .isNotEqualTo("\\x00ff10");
        assertThat(typed(MaskerName.REDACT, ValueKind.BYTES, "\\x00ff10")).isEqualTo("\\x000000");
        assertThat(typed(MaskerName.HASH, ValueKind.BYTES, "\\x00ff10")).matches("\\\\x[0-9a-f]{32}");
        assertThat(typed(MaskerName.HASH, ValueKind.BYTES, "\\x")).isEqualTo("\\x");
        assertThat(typed(MaskerName.HASH, ValueKind.UUID, "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"))
                .matches("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(typed(MaskerName.HASH, ValueKind.TEXT, "Ada")).matches("[0-9a-f]{32}");
        assertThat(String.valueOf(Texts.MASKERS
                        .masker(new Masking.Named(MaskerName.HASH), ValueKind.TEXT, 8)
                        .mask("Ada", "", 0)))
                .isEqualTo(typed(MaskerName.HASH, ValueKind.TEXT, "Ada").substring(0, 8));
    }

    private static String typed(MaskerName name, ValueKind kind, String value) {
        return Texts.mask(Texts.MASKERS.masker(new Masking.Named(name), kind, 0), value);
    }

    private static Optional<String> misfitAt(String path, Masking masking) {
        Map<String, Masking> paths = new LinkedHashMap<>();
        paths.put(path, masking);
        return Maskers.misfit(new Masking.Json(paths), ValueKind.JSON);
    }
}
