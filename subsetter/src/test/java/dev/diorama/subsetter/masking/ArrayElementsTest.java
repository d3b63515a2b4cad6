package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayElementsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {}",
                "{Ada,\"b c\",NULL,\"NULL\"} | {Xxx,\"x x\",NULL,XXXX}",
                "{{Ada,b},{\"c\\\"d\",\"e\\\\f\"}} | {{Xxx,x},{\"x\\\"x\",\"x\\\\x\"}}",
                "[0:1]={Ada,\"\"} | [0:1]={Xxx,\"\"}",
                "[1:1][-2:-1]={{a,b}} | [1:1][-2:-1]={{x,x}}",
                "{\"a,b\",\"{c}\"} | {\"x,x\",\"{x}\"}"
            })
    void masksElementByElement(String before, String after) {
        Masker masker = Maskers.elementwise(Texts.text(MaskerName.REDACT), ',');

        assertThat(Texts.mask(masker, before)).isEqualTo(after);
    }

    @Test
    void goesByTheTypesDelimiter() {
        Masker masker = Maskers.elementwise(Texts.text(MaskerName.REDACT), ';');

        assertThat(Texts.mask(masker, "{(1,2),(3,4);(5,6),(7,8)}")).isEqualTo("{(0,0),(0,0);(0,0),(0,0)}");
    }

    @Test
    void quotesMasksThatNeedIt() {
        Masker masker = Maskers.elementwise(
                (value, subject, attempt) -> value.replace("a", "null").replace("b", "x y"), ',');

        assertThat(Texts.mask(masker, "{a,b,c}")).isEqualTo("{\"null\",\"x y\",c}");
        assertThat(Texts.mask(Maskers.elementwise(Texts.text(MaskerName.NULL), ','), "{a,\"b\"}"))
                .isEqualTo("{NULL,NULL}");
    }

    @Test
    void masksAnElementLikeAValue() {
        Masker element = Texts.text(MaskerName.EMAIL);

        assertThat(Texts.mask(Maskers.elementwise(element, ','), "{ada.lovelace@analytical.org}"))
                .isEqualTo("{" + Texts.mask(element, "ada.lovelace@analytical.org") + "}");
    }

    @Test
    void handsOnSubjectAndAttempt() {
        Masker masker = Maskers.elementwise((value, subject, attempt) -> value + subject + attempt, ',');

        assertThat(masker.mask("{a,b}", "S", 3)).isEqualTo("{aS3,bS3}");
    }
}
