package dev.diorama.subsetter.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrambleTest {
    private final Masker masker = Texts.text(MaskerName.SCRAMBLE);

    @Test
    void givesEveryTextOfAShapeAMaskOfItsOwn() {
        Set<String> masks = new HashSet<>();
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'A'; second <= 'Z'; second++) {
                for (char third = '0'; third <= '9'; third++) {
                    String value = first + "-" + second + third;
                    String mask = Texts.mask(masker, value);
                    assertThat(mask).matches("[a-z]-[A-Z][0-9]").isNotEqualTo(value);
                    masks.add(mask);
                }
            }
        }

        assertThat(masks).hasSize(26 * 26 * 10);
    }

    @ParameterizedTest
    @CsvSource({"a", "Z", "7", "ß", "王", "ж", "א", "한"})
    void replacesASingleCharacterByAnother(String value) {
        String mask = Texts.mask(masker, value);

        assertThat(mask).isNotEqualTo(value).hasSize(1);
    }

    @Test
    void keepsCaseScriptAndNumberOfBytes() {
        Texts texts = new Texts(5);
        for (int i = 0; i < 2_000; i++) {
            String value = texts.any();
            int[] before = value.codePoints().toArray();
            int[] after = Texts.mask(masker, value).codePoints().toArray();
            assertThat(after).hasSameSizeAs(before);
            for (int place = 0; place < before.length; place++) {
                assertThat(Character.getType(after[place])).isEqualTo(Character.getType(before[place]));
                assertThat(Character.UnicodeScript.of(after[place]))
                        .isEqualTo(Character.UnicodeScript.of(before[place]));
                assertThat(Character.toString(after[place]).getBytes(StandardCharsets.UTF_8))
                        .hasSameSizeAs(Character.toString(before[place]).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void leavesWhatIsNoLetterAndNoDigit() {
        assertThat(Texts.mask(masker, " -/👍\t")).isEqualTo(" -/👍\t");
    }

    @Test
    void scramblesALongText() {
        String value = "Dear Ada, ".repeat(2_000);
        String mask = Texts.mask(masker, value);

        assertThat(mask).hasSameSizeAs(value).matches("(?:[A-Z][a-z]{3} [A-Z][a-z]{2}, )+");
        assertThat(mask.chars().filter(letter -> letter == 'e').count()).isBetween(340L, 730L);
    }
}
